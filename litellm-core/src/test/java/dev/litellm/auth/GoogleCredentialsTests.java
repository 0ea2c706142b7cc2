package dev.litellm.auth;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.litellm.LlmClient;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.LlmException;
import dev.litellm.json.Json;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests that all kinds of Google's credentials give tokens, over sockets.
 */
class GoogleCredentialsTests {

	private static final Reply ANSWER = Reply
		.json("{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"hello\"}]},\"finishReason\":\"STOP\"}]}");

	private static final String TOKEN = "{\"access_token\":\"t-one\",\"expires_in\":3600,\"token_type\":\"Bearer\"}";

	@TempDir
	private Path folder;

	private final ScriptedLlm llm = ScriptedLlm.start().otherwise(ANSWER);

	private final ScriptedLlm google = ScriptedLlm.start();

	@AfterEach
	void stop() {
		this.llm.close();
		this.google.close();
	}

	@Test
	void takesTheLoginOfAUserAndWhoPaysForIt() {
		this.google.enqueue(Reply.json(TOKEN));
		RecordedRequest request = asked(user());
		assertThat(this.google.takeRequest().body()).contains("grant_type=refresh_token", "refresh_token=r-test");
		assertThat(request.header("Authorization")).isEqualTo("Bearer t-one");
		assertThat(request.header("x-goog-user-project")).isEqualTo("quota-project");
		assertThat(request.path()).contains("/projects/quota-project/");
	}

	@Test
	void aServiceAccountNamesNobodyElseWhoPays() {
		this.google.enqueue(Reply.json(TOKEN));
		assertThat(asked(account()).header("x-goog-user-project")).isNull();
	}

	/**
	 * Google's library exchanges such over TLS alone, which the issuer here does not
	 * speak.
	 */
	@Test
	void asksForATokenOfAWorkloadElsewhere() throws IOException {
		Path file = Files.writeString(this.folder.resolve("jwt"), "jwt-test");
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> asked(workload(file, "https://127.0.0.1:" + this.google.port())));
		assertThat(failure.kind()).isEqualTo(ErrorKind.CONNECTION);
		assertThat(failure).hasMessageContaining("SSLException").hasMessageNotContaining("jwt-test");
		failure = catchThrowableOfType(LlmException.class, () -> asked(workload(file, this.google.url())));
		assertThat(failure.kind()).isEqualTo(ErrorKind.AUTHENTICATION);
		assertThat(failure).hasMessageContaining("The provided token URL is invalid");
	}

	private static String workload(Path file, String issuer) {
		return Json.text(Map.of("type", "external_account", "audience",
				"//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/providers/x",
				"subject_token_type", "urn:ietf:params:oauth:token-type:jwt", "token_url", issuer + "/v1/token",
				"credential_source", Map.of("file", file.toString())));
	}

	@Test
	void actsForAnotherServiceAccount() {
		this.google.whenPath("/token", Reply.json(TOKEN))
			.whenPath(":generateAccessToken", Reply.json("{\"accessToken\":\"t-of-other\",\"expireTime\":\""
					+ Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.SECONDS) + "\"}"));
		RecordedRequest request = asked(
				Json.text(Map.of("type", "impersonated_service_account", "service_account_impersonation_url",
						this.google.url()
								+ "/v1/projects/-/serviceAccounts/other@p.iam.gserviceaccount.com:generateAccessToken",
						"source_credentials", Json.read(account().getBytes(java.nio.charset.StandardCharsets.UTF_8)))));
		assertThat(request.header("Authorization")).isEqualTo("Bearer t-of-other");
		assertThat(this.google.requests().get(1).header("Authorization")).isEqualTo("Bearer t-one");
	}

	@Test
	void asksTheMachineThatItRunsOn() throws Exception {
		this.google
			.whenPath("/service-accounts/",
					Reply.json("{\"default\":{\"email\":\"robot@p.example\",\"scopes\":[\"x\"]}}")
						.header("Metadata-Flavor", "Google"))
			.whenPath("/project-id",
					Reply.raw(200, "text/plain", "machine-project").header("Metadata-Flavor", "Google"))
			.otherwise(Reply.json(TOKEN).header("Metadata-Flavor", "Google"));
		assertThat(elsewhere(Map.of("GCE_METADATA_HOST", "127.0.0.1:" + this.google.port()))).isEqualTo("hello");
		assertThat(this.llm.requests()).singleElement()
			.satisfies((request) -> assertThat(request.header("Authorization")).isEqualTo("Bearer t-one"));
	}

	@Test
	void findsTheLoginOfTheUserWhoRunsIt() throws Exception {
		this.google.enqueue(Reply.json(TOKEN));
		Files.writeString(this.folder.resolve("application_default_credentials.json"), user());
		assertThat(elsewhere(Map.of("NO_GCE_CHECK", "true"))).isEqualTo("hello");
		assertThat(this.llm.requests().get(0).header("Authorization")).isEqualTo("Bearer t-one");
	}

	@Test
	void saysWhatToSetWhereNothingIsFound() throws Exception {
		assertThat(elsewhere(Map.of("NO_GCE_CHECK", "true"))).contains("LlmAuthenticationException")
			.contains("no application default credentials")
			.contains("litellm.providers.vertex_ai.options.credentials")
			.contains("VERTEXAI_CREDENTIALS");
	}

	/**
	 * Google's library looks at the environment of the process, so that it takes one of
	 * its own.
	 */
	private String elsewhere(Map<String, String> environment) throws IOException, InterruptedException {
		File out = this.folder.resolve("out").toFile();
		ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Elsewhere.class.getName(),
				this.llm.url())
			.redirectErrorStream(true)
			.redirectOutput(out);
		builder.environment().keySet().removeIf((name) -> name.startsWith("GOOGLE_") || name.startsWith("GCE_"));
		builder.environment().put("CLOUDSDK_CONFIG", this.folder.toString());
		builder.environment().putAll(environment);
		builder.start().waitFor();
		List<String> lines = Files.readAllLines(out.toPath());
		return lines.get(lines.size() - 1);
	}

	private RecordedRequest asked(String credentials) {
		LlmClient client = LlmClient.builder().provider("vertex_ai", (spec) -> {
			spec.baseUrl(this.llm.url()).option("credentials", credentials);
			if (credentials.contains("external_account") || credentials.contains("impersonated")) {
				spec.option("project", "mine");
			}
		}).build();
		assertThat(client.chat("vertex_ai/gemini-2.5-flash").user("hi").maxAttempts(1).call().content())
			.isEqualTo("hello");
		return this.llm.takeRequest();
	}

	private String user() {
		return Json
			.text(Map.of("type", "authorized_user", "client_id", "my-id", "client_secret", "s-test", "refresh_token",
					"r-test", "quota_project_id", "quota-project", "token_uri", this.google.url() + "/token"));
	}

	private String account() {
		return Json.text(Map.of("type", "service_account", "project_id", "account-project", "private_key_id", "k-1",
				"private_key", RsaKeys.PEM, "client_email", "robot@account-project.example", "client_id", "7",
				"token_uri", this.google.url() + "/token"));
	}

	/**
	 * An application in a process of its own.
	 */
	static final class Elsewhere {

		private Elsewhere() {
		}

		public static void main(String[] args) {
			LlmClient client = LlmClient.builder()
				.provider("vertex_ai", (spec) -> spec.baseUrl(args[0]).option("project", "mine"))
				.build();
			String told;
			try {
				told = client.chat("vertex_ai/gemini-2.5-flash").user("hi").maxAttempts(1).call().content();
			}
			catch (RuntimeException ex) {
				told = ex.toString();
			}
			System.out.println(told);
			System.exit(0);
		}

	}

}
