package dev.litellm.auth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.litellm.LlmClient;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.LlmException;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests that roles of AWS give the keys that requests are signed with.
 */
class AwsRolesTests extends AwsTests {

	private static final String ROLE = "arn:aws:iam::123456789012:role/bedrock";

	@Test
	void takesARoleWithTheKeysThatItHas() {
		this.sts.enqueue(keys("ASIAROLE"));
		RecordedRequest request = asked(with(own(), "AWS_ROLE_NAME", ROLE, "AWS_SESSION_NAME", "my-app",
				"AWS_EXTERNAL_ID", "ext-1", "AWS_REGION", "eu-central-1"));
		assertThat(request.header("authorization")).contains("Credential=ASIAROLE/", "/eu-central-1/bedrock/");
		assertThat(request.header("x-amz-security-token")).isEqualTo("session-of-ASIAROLE");
		RecordedRequest taking = this.sts.takeRequest();
		assertThat(taking.method() + " " + taking.path()).isEqualTo("POST /");
		assertThat(taking.body().split("&")).containsExactlyInAnyOrder("Action=AssumeRole", "Version=2011-06-15",
				"RoleArn=arn%3Aaws%3Aiam%3A%3A123456789012%3Arole%2Fbedrock", "RoleSessionName=my-app",
				"ExternalId=ext-1");
		assertThat(taking.header("authorization")).matches(
				"AWS4-HMAC-SHA256 Credential=AKIDOWN/[0-9]{8}/eu-central-1/sts/aws4_request, SignedHeaders=content-type;host;x-amz-date, Signature=[0-9a-f]{64}");
	}

	@Test
	void takesTheRoleOnceForAllCalls() {
		this.sts.enqueue(keys("ASIAROLE"));
		LlmClient client = client(with(own(), "AWS_ROLE_NAME", ROLE));
		ask(client);
		ask(client);
		assertThat(this.sts.requests()).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "bedrock/amazon.nova-pro-v1:0, bedrock", "bedrock/invoke/anthropic.claude-haiku-4-5, bedrock",
			"sagemaker_chat/my-endpoint, sagemaker", "sagemaker/my-endpoint, sagemaker" })
	void takesARoleForEachOfItsServices(String model, String service) {
		this.sts.enqueue(keys("ASIAROLE"));
		LlmClient client = client(with(own(), "AWS_ROLE_NAME", ROLE));
		catchThrowableOfType(LlmException.class, () -> client.chat(model).maxAttempts(1).user("Hi").call().content());
		assertThat(this.llm.takeRequest().header("authorization")).contains("Credential=ASIAROLE/")
			.contains("/" + service + "/aws4_request");
	}

	@Test
	void takesARoleForTheTokenOfAWorkload() throws IOException {
		Path token = Files.writeString(this.folder.resolve("token"), "jwt-one\n");
		this.sts.enqueue(keys("ASIAWEB"));
		RecordedRequest request = asked(Map.of("AWS_ROLE_ARN", ROLE, "AWS_WEB_IDENTITY_TOKEN_FILE", token.toString()));
		assertThat(request.header("authorization")).contains("Credential=ASIAWEB/");
		RecordedRequest taking = this.sts.takeRequest();
		assertThat(taking.body().split("&")).containsExactlyInAnyOrder("Action=AssumeRoleWithWebIdentity",
				"Version=2011-06-15", "RoleArn=arn%3Aaws%3Aiam%3A%3A123456789012%3Arole%2Fbedrock",
				"RoleSessionName=litellm-spring-boot", "WebIdentityToken=jwt-one");
		assertThat(taking.header("authorization")).isNull();
	}

	@Test
	void takesAnotherRoleWithThatOfTheWorkload() throws IOException {
		Path token = Files.writeString(this.folder.resolve("token"), "jwt-one");
		this.sts.enqueue(keys("ASIAWEB"), keys("ASIAOTHER"));
		RecordedRequest request = asked(Map.of("AWS_ROLE_ARN", ROLE, "AWS_WEB_IDENTITY_TOKEN_FILE", token.toString(),
				"AWS_ROLE_NAME", ROLE + "-of-others"));
		assertThat(request.header("authorization")).contains("Credential=ASIAOTHER/");
		assertThat(this.sts.requests()).hasSize(2);
		assertThat(this.sts.requests().get(1).header("authorization")).contains("Credential=ASIAWEB/");
		assertThat(this.sts.requests().get(1).header("x-amz-security-token")).isEqualTo("session-of-ASIAWEB");
	}

	@ParameterizedTest
	@CsvSource({ "oidc/env/MY_TOKEN", "oidc/file/{folder}/token", "oidc/env_path/MY_FILE", "jwt-of-mine",
			"oidc/circleci/", "oidc/github/sts.amazonaws.com", "oidc/google/https://aws.example" })
	void findsTheTokenOfAWebIdentityWhereItIs(String reference) throws IOException {
		Path file = Files.writeString(this.folder.resolve("token"), "jwt-of-mine\n");
		this.sts
			.when((request) -> request.uri().toString().startsWith("/oidc?api=1&audience=sts.amazonaws.com"),
					Reply.json("{\"value\":\"jwt-of-mine\"}"))
			.when((request) -> "Google".equals(request.header("Metadata-Flavor")),
					Reply.raw(200, "text/html", "jwt-of-mine"))
			.otherwise(keys("ASIAWEB"));
		asked(with(own(), "AWS_ROLE_NAME", ROLE, "AWS_WEB_IDENTITY_TOKEN",
				reference.replace("{folder}", this.folder.toString()), "MY_TOKEN", "jwt-of-mine", "MY_FILE",
				file.toString(), "CIRCLE_OIDC_TOKEN", "jwt-of-mine", "ACTIONS_ID_TOKEN_REQUEST_URL",
				this.sts.url() + "/oidc?api=1", "ACTIONS_ID_TOKEN_REQUEST_TOKEN", "sk-test", "GCE_METADATA_HOST",
				"127.0.0.1:" + this.sts.port()));
		List<RecordedRequest> requests = this.sts.requests();
		assertThat(requests.get(requests.size() - 1).body()).endsWith("WebIdentityToken=jwt-of-mine");
	}

	@ParameterizedTest
	@CsvSource({ "oidc/env/NOT_THERE, NOT_THERE", "oidc/file/no/such/file, NoSuchFileException",
			"oidc/pigeon/x, oidc/github/AUDIENCE" })
	void saysWhyThereIsNoTokenOfAWebIdentity(String reference, String problem) {
		LlmException failure = failure(with(own(), "AWS_ROLE_NAME", ROLE, "AWS_WEB_IDENTITY_TOKEN", reference));
		assertThat(failure.kind()).isEqualTo(ErrorKind.AUTHENTICATION);
		assertThat(failure).hasMessageContaining(problem)
			.hasMessageContaining("litellm.providers.bedrock.options.web-identity-token");
		assertThat(this.sts.requests()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					403 | <ErrorResponse><Error><Code>AccessDenied</Code><Message>You may not</Message></Error></ErrorResponse> | AUTHENTICATION | AccessDenied, You may not
					400 | <ErrorResponse><Error><Code>Throttling</Code></Error></ErrorResponse>                                 | RATE_LIMIT     | Throttling
					503 | busy                                                                                                  | SERVICE_UNAVAILABLE | answered 503
					200 | <html><body>Sign in</body></html>                                                                     | AUTHENTICATION | no access key
					200 | <!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a><AccessKeyId>&x;</AccessKeyId></a>           | AUTHENTICATION | no access key
					""")
	void saysWhyARoleCannotBeTaken(int status, String answer, ErrorKind kind, String problem) {
		this.sts.otherwise(Reply.raw(status, "text/xml", answer));
		LlmException failure = failure(with(own(), "AWS_ROLE_NAME", ROLE));
		assertThat(failure.kind()).isEqualTo(kind);
		assertThat(failure).hasMessageContaining(problem)
			.hasMessageContaining("AWS_ROLE_NAME")
			.hasMessageNotContaining("secret-key")
			.hasMessageNotContaining("root:");
		assertThat(this.llm.requests()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "us-east-1, https://sts.us-east-1.amazonaws.com/",
			"cn-north-1, https://sts.cn-north-1.amazonaws.com.cn/" })
	void asksTheServiceOfItsRegion(String region, String address) {
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> LlmClient.builder()
					.environment(with(own(), "AWS_ROLE_NAME", ROLE, "AWS_REGION", region)::get)
					.transport(Unreachable.TRANSPORT)
					.build()
					.chat("bedrock/amazon.nova-pro-v1:0")
					.maxAttempts(1)
					.user("Hi")
					.call()
					.content());
		assertThat(failure).hasMessageContaining("asked for " + address);
	}

	private static Map<String, String> own() {
		return Map.of("AWS_ACCESS_KEY_ID", "AKIDOWN", "AWS_SECRET_ACCESS_KEY", "secret-key");
	}

}
