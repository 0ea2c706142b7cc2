package dev.litellm.auth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.litellm.LlmClient;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.LlmException;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link AwsScheme} over real sockets.
 */
class AwsSchemeTests {

	private static final Reply ANSWER = Reply
		.json("{\"output\": {\"message\": {\"content\": [{\"text\": \"Hi.\"}]}}, \"stopReason\": \"end_turn\"}");

	private final ScriptedLlm llm = ScriptedLlm.start();

	@AfterEach
	void stop() {
		this.llm.close();
	}

	@Test
	void signsWithTheKeysOfTheEnvironment() {
		RecordedRequest request = asked(Map.of("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY",
				"secret-key", "AWS_SESSION_TOKEN", "session", "AWS_REGION", "eu-central-1"));
		assertThat(request.header("authorization"))
			.matches("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/[0-9]{8}/eu-central-1/bedrock/aws4_request,"
					+ " SignedHeaders=content-type;host;x-amz-date;x-amz-security-token, Signature=[0-9a-f]{64}");
		assertThat(request.header("x-amz-security-token")).isEqualTo("session");
		assertThat(request.headers().toString() + request.body()).doesNotContain("secret-key");
	}

	@Test
	void takesAnApiKeyBeforeAnyOtherKey() {
		RecordedRequest request = asked(Map.of("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY",
				"secret-key", "AWS_BEARER_TOKEN_BEDROCK", "sk-test"));
		assertThat(request.header("authorization")).isEqualTo("Bearer sk-test");
		assertThat(request.header("x-amz-date")).isNull();
	}

	@Test
	void takesTheOptionsBeforeTheEnvironment() {
		this.llm.enqueue(ANSWER);
		LlmClient.builder()
			.environment(Map.of("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY", "other")::get)
			.provider("bedrock",
					(provider) -> provider.baseUrl(this.llm.url())
						.option("access-key-id", "AKIDOWN")
						.option("secret-access-key", "secret-key")
						.option("region", "us-gov-west-1"))
			.build()
			.chat("bedrock/amazon.nova-pro-v1:0")
			.user("Hi")
			.call()
			.response();
		assertThat(this.llm.takeRequest().header("authorization")).contains("Credential=AKIDOWN/", "/us-gov-west-1/");
	}

	@Test
	void leavesACallersOwnAuthorizationAlone() {
		this.llm.enqueue(ANSWER);
		client(Map.of("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY", "secret-key"))
			.chat("bedrock/amazon.nova-pro-v1:0")
			.user("Hi")
			.options((options) -> options.withHeader("Authorization", "Own x"))
			.call()
			.response();
		assertThat(this.llm.takeRequest().header("authorization")).isEqualTo("Own x");
	}

	@Test
	void saysWhichHalfOfAKeyIsMissing() {
		LlmException failure = failure(Map.of("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE"));
		assertThat(failure.kind()).isEqualTo(ErrorKind.AUTHENTICATION);
		assertThat(failure).hasMessageContaining("AWS_SECRET_ACCESS_KEY").hasMessageNotContaining("AKIDEXAMPLE");
	}

	@Test
	void tellsWhatAwssLibrarySaysOfAProfile(@TempDir Path folder) throws IOException {
		String config = Files.writeString(folder.resolve("config"), "[profile mine]\nsso_session = gone\n").toString();
		Map<String, String> library = Map.of("aws.configFile", config, "aws.sharedCredentialsFile",
				folder.resolve("none").toString(), "aws.disableEc2Metadata", "true");
		library.forEach(System::setProperty);
		try {
			assertThat(failure(Map.of("AWS_PROFILE", "mine", "AWS_CONFIG_FILE", config)))
				.hasMessageContaining("of profile 'mine' AWS's library says:")
				.hasMessageContaining("sso");
		}
		finally {
			library.keySet().forEach(System::clearProperty);
		}
	}

	@Test
	void refusesARegionThatWouldLeadElsewhere() {
		LlmException failure = failure(Map.of("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY", "x",
				"AWS_REGION", "evil.example/"));
		assertThat(failure.kind()).isEqualTo(ErrorKind.BAD_REQUEST);
		assertThat(failure).hasMessageContaining("options.region");
	}

	private LlmException failure(Map<String, String> environment) {
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> client(environment).chat("bedrock/amazon.nova-pro-v1:0").user("Hi").call().response());
		assertThat(this.llm.requests()).isEmpty();
		return failure;
	}

	private RecordedRequest asked(Map<String, String> environment) {
		this.llm.enqueue(ANSWER);
		client(environment).chat("bedrock/amazon.nova-pro-v1:0").user("Hi").call().response();
		return this.llm.takeRequest();
	}

	private LlmClient client(Map<String, String> environment) {
		return LlmClient.builder()
			.environment(environment::get)
			.provider("bedrock", (provider) -> provider.baseUrl(this.llm.url()))
			.build();
	}

}
