package dev.litellm.auth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.litellm.LlmClient;
import dev.litellm.ProviderSpec;
import dev.litellm.error.LlmAuthenticationException;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AzureSchemeTests {

	private static final Map<String, String> APPLICATION = Map.of("AZURE_TENANT_ID", "my-tenant", "AZURE_CLIENT_ID",
			"my-app");

	private final ScriptedLlm llm = ScriptedLlm.start();

	private final ScriptedLlm entra = ScriptedLlm.start();

	@AfterEach
	void stop() {
		this.llm.close();
		this.entra.close();
	}

	@Test
	void aKeyStandsInItsHeaderAndInTheV1ApiGoesOutAsABearer() {
		ask(client((azure) -> azure.apiKey("sk-test"), Map.of()));
		ask(client((azure) -> azure.apiKey("sk-test").option("api-version", "v1"), Map.of()));
		assertThat(this.llm.requests().get(0).header("api-key")).isEqualTo("sk-test");
		assertThat(this.llm.requests().get(0).header("Authorization")).isNull();
		assertThat(this.llm.requests().get(1).header("Authorization")).isEqualTo("Bearer sk-test");
		assertThat(this.llm.requests().get(1).header("api-key")).isNull();
	}

	@Test
	void aTokenGoesBeforeAKeyButNotInTheV1Api() {
		ask(client((azure) -> azure.apiKey("sk-test").option("ad-token", "t-test"), Map.of()));
		ask(client((azure) -> azure.apiKey("sk-test").option("ad-token", "t-test").option("api-version", "v1"),
				Map.of()));
		ask(client((azure) -> {
		}, Map.of("AZURE_AD_TOKEN", "t-env")));
		assertThat(this.llm.requests()).extracting((request) -> request.header("Authorization"))
			.containsExactly("Bearer t-test", "Bearer sk-test", "Bearer t-env");
		assertThat(this.llm.requests()).allMatch((request) -> request.header("api-key") == null);
	}

	@Test
	void aKeyThatTheCallBringsGoesBeforeATokenAndTheTokenStaysAtHome() {
		LlmClient client = client((azure) -> azure.option("ad-token", "t-test"), Map.of());
		try (ScriptedLlm other = ScriptedLlm.start()) {
			other.enqueue(Reply.text("hello"));
			client.chat("azure/gpt").baseUrl(other.url()).apiKey("sk-call").user("hi").call().content();
			assertThat(other.requests().get(0).header("api-key")).isEqualTo("sk-call");
			assertThat(other.requests().get(0).headers().toString()).doesNotContain("t-test");
			assertThatExceptionOfType(LlmAuthenticationException.class)
				.isThrownBy(() -> client.chat("azure/gpt").baseUrl(other.url()).user("hi").call().content());
			assertThat(other.requests()).hasSize(1);
		}
	}

	@Test
	void exchangesAnApplicationsSecretForATokenOnce() {
		LlmClient client = client((azure) -> azure.option("client-secret", "s-test"), APPLICATION);
		this.entra.enqueue(Reply.json("{\"access_token\":\"t-one\",\"expires_in\":3599}"));
		ask(client);
		ask(client);
		assertThat(this.entra.requests()).hasSize(1);
		assertThat(this.entra.requests().get(0).path()).isEqualTo("/my-tenant/oauth2/v2.0/token");
		assertThat(this.entra.requests().get(0).body()).contains("client_id=my-app", "client_secret=s-test",
				"grant_type=client_credentials", "scope=https%3A%2F%2Fcognitiveservices.azure.com%2F.default");
		assertThat(this.llm.requests()).extracting((request) -> request.header("Authorization"))
			.containsExactly("Bearer t-one", "Bearer t-one");
	}

	@Test
	void exchangesTheTokenOfAWorkloadAndReadsItAnewEachTime(@TempDir Path folder) throws IOException {
		Path file = Files.writeString(folder.resolve("token"), "jwt-one\n");
		LlmClient client = client((azure) -> azure.option("federated-token-file", file.toString()), APPLICATION);
		this.entra.enqueue(Reply.json("{\"access_token\":\"t-one\",\"expires_in\":\"1\"}"),
				Reply.json("{\"access_token\":\"t-two\",\"expires_in\":3599}"));
		ask(client);
		Files.writeString(file, "jwt-two");
		ask(client);
		assertThat(this.entra.requests()).extracting((request) -> request.body().replaceAll(".*client_assertion=", ""))
			.allMatch((assertion) -> assertion.startsWith("jwt-"))
			.doesNotHaveDuplicates();
		assertThat(this.entra.requests().get(0).body()).doesNotContain("client_secret");
	}

	@ParameterizedTest
	@CsvSource({ "oidc/env/MY_JWT", "oidc/file/{folder}/jwt", "oidc/env_path/MY_FILE", "oidc/azure/" })
	void exchangesATokenOfAnotherIssuerThatAnOptionPointsTo(String reference, @TempDir Path folder) throws IOException {
		String file = Files.writeString(folder.resolve("jwt"), "jwt-mine\n").toString();
		Map<String, String> environment = new HashMap<>(APPLICATION);
		environment.putAll(Map.of("MY_JWT", "jwt-mine", "MY_FILE", file, "AZURE_FEDERATED_TOKEN_FILE", file));
		this.entra.enqueue(Reply.json("{\"access_token\":\"t-one\",\"expires_in\":3599}"));
		ask(client((azure) -> azure.option("ad-token", reference.replace("{folder}", folder.toString()))
			.option("client-secret", "not-asked-for"), environment));
		assertThat(this.entra.takeRequest().body().split("&")).containsExactlyInAnyOrder("client_id=my-app",
				"grant_type=client_credentials", "client_assertion=jwt-mine",
				"client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer",
				"scope=https%3A%2F%2Fcognitiveservices.azure.com%2F.default");
		assertThat(this.llm.takeRequest().header("Authorization")).isEqualTo("Bearer t-one");
	}

	@Test
	void aReferenceToATokenNeedsAnApplication() {
		assertThatExceptionOfType(LlmAuthenticationException.class)
			.isThrownBy(() -> ask(client((azure) -> azure.option("ad-token", "oidc/env/MY_JWT"),
					Map.of("MY_JWT", "jwt-mine", "AZURE_TENANT_ID", "my-tenant"))))
			.withMessageContaining("options.client-id")
			.withMessageContaining("AZURE_CLIENT_ID");
		assertThat(this.llm.requests()).isEmpty();
	}

	@Test
	void asksTheAuthorityOfAnotherCloudForItsScope() {
		this.entra.enqueue(Reply.json("{\"access_token\":\"t-one\",\"expires_in\":3599}"));
		ask(client((azure) -> azure.option("client-secret", "s-test")
			.option("authority-host", this.entra.url() + "/of/china/")
			.option("scope", "https://cognitiveservices.azure.cn/.default"), APPLICATION));
		RecordedRequest request = this.entra.takeRequest();
		assertThat(request.path()).isEqualTo("/of/china/my-tenant/oauth2/v2.0/token");
		assertThat(request.body()).contains("scope=https%3A%2F%2Fcognitiveservices.azure.cn%2F.default");
	}

	@ParameterizedTest
	@CsvSource({ "login.example, not an absolute", "https://u:p@login.example, credentials" })
	void refusesAnAuthorityThatIsNoAddress(String authority, String problem) {
		assertThatExceptionOfType(LlmAuthenticationException.class)
			.isThrownBy(() -> ask(
					client((azure) -> azure.option("client-secret", "s-test").option("authority-host", authority),
							APPLICATION)))
			.withMessageContaining(problem)
			.withMessageContaining("AZURE_AUTHORITY_HOST");
	}

	@Test
	void saysWhatIsMissing(@TempDir Path folder) {
		assertThatExceptionOfType(LlmAuthenticationException.class).isThrownBy(() -> ask(client((azure) -> {
		}, Map.of())))
			.withMessageContaining("litellm.providers.azure.api-key")
			.withMessageContaining("AZURE_AD_TOKEN")
			.withMessageContaining("client-secret");
		assertThatExceptionOfType(LlmAuthenticationException.class)
			.isThrownBy(
					() -> ask(client((azure) -> azure.option("federated-token-file", folder.resolve("none").toString()),
							APPLICATION)))
			.withMessageContaining("federated-token-file");
	}

	@Test
	void aRefusedExchangeTellsNoSecret() {
		this.entra.enqueue(Reply.raw(401, "application/json",
				"{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000215\"}"));
		assertThatExceptionOfType(LlmAuthenticationException.class)
			.isThrownBy(() -> ask(client((azure) -> azure.option("client-secret", "s-test"), APPLICATION)))
			.withMessageContaining("AADSTS7000215")
			.satisfies((ex) -> assertThat(ex.toString()).doesNotContain("s-test"));
		assertThat(this.llm.requests()).isEmpty();
	}

	private void ask(LlmClient client) {
		this.llm.enqueue(Reply.text("hello"));
		client.chat("azure/gpt").maxAttempts(1).user("hi").call().content();
	}

	private LlmClient client(Consumer<ProviderSpec> change, Map<String, String> environment) {
		return LlmClient.builder()
			.environment(environment::get)
			.provider("azure",
					(azure) -> change.accept(azure.baseUrl(this.llm.url()).option("authority-host", this.entra.url())))
			.build();
	}

}
