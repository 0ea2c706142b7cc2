package dev.litellm.auth;

import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import dev.litellm.LlmClient;
import dev.litellm.ProviderSpec;
import dev.litellm.error.LlmAuthenticationException;
import dev.litellm.provider.Auth;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ClientCredentialsTests {

	private static final String BASIC = "Basic bXktaWQ6c2stdGVzdA==";

	private final ScriptedLlm llm = ScriptedLlm.start()
		.whenPath("/oidc/v1/token", Reply.json("{\"access_token\":\"t-one\",\"expires_in\":3600}"))
		.otherwise(Reply.text("hello"));

	@AfterEach
	void stop() {
		this.llm.close();
	}

	@Test
	void exchangesTheClientsSecretForATokenOnceForAllCalls() {
		LlmClient client = databricks((spec) -> spec.option("client-id", "my-id").option("client-secret", "sk-test"));
		List<String> answers = Flux.range(0, 8)
			.flatMap((call) -> client.chat("databricks/m").user("hi").callMono())
			.map((response) -> response.choices().get(0).message().text())
			.collectList()
			.block();
		assertThat(answers).hasSize(8).containsOnly("hello");
		List<RecordedRequest> exchanges = this.llm.requests()
			.stream()
			.filter((request) -> request.path().equals("/oidc/v1/token"))
			.toList();
		assertThat(exchanges).hasSize(1);
		assertThat(exchanges.get(0).header("Authorization")).isEqualTo(BASIC);
		assertThat(exchanges.get(0).body()).isEqualTo("grant_type=client_credentials&scope=all-apis");
		assertThat(this.llm.requests()).filteredOn((request) -> request.path().endsWith("/chat/completions"))
			.hasSize(8)
			.allSatisfy((request) -> assertThat(request.header("Authorization")).isEqualTo("Bearer t-one"));
	}

	@Test
	void aKeyGoesOutAsTheTokenThatItIs() {
		LlmClient client = databricks(
				(spec) -> spec.apiKey("sk-key").option("client-id", "my-id").option("client-secret", "sk-test"));
		assertThat(client.chat("databricks/m").user("hi").call().content()).isEqualTo("hello");
		assertThat(this.llm.requests()).singleElement()
			.satisfies((request) -> assertThat(request.header("Authorization")).isEqualTo("Bearer sk-key"));
	}

	@Test
	void aProviderOfOnesOwnMayHaveIt() {
		LlmClient client = LlmClient.builder()
			.provider("own",
					(spec) -> spec.baseUrl(this.llm.baseUrl())
						.auth(Auth.parse("oauth2:body"))
						.option("token-url", this.llm.url() + "/oidc/v1/token")
						.option("client-id", "my-id")
						.option("client-secret", "sk-test"))
			.build();
		assertThat(client.chat("own/m").user("hi").call().content()).isEqualTo("hello");
		assertThat(this.llm.requests().get(0).body())
			.isEqualTo("grant_type=client_credentials&client_id=my-id&client_secret=sk-test");
		assertThat(this.llm.requests().get(0).header("Authorization")).isNull();
		assertThat(this.llm.requests().get(1).header("Authorization")).isEqualTo("Bearer t-one");
	}

	@Test
	void saysWhatIsMissing() {
		assertThatExceptionOfType(LlmAuthenticationException.class).isThrownBy(() -> databricks((spec) -> {
		}).chat("databricks/m").user("hi").call().content())
			.withMessageContaining("no key for provider 'databricks'")
			.withMessageContaining("DATABRICKS_API_KEY")
			.withMessageContaining("options.client-id")
			.withMessageContaining("DATABRICKS_CLIENT_SECRET");
		assertThatExceptionOfType(LlmAuthenticationException.class)
			.isThrownBy(() -> databricks((spec) -> spec.option("client-id", "my-id")).chat("databricks/m")
				.user("hi")
				.call()
				.content())
			.withMessageContaining("options.client-secret");
		assertThat(this.llm.requests()).isEmpty();
	}

	@Test
	void anAnswerWithoutATokenIsToldWithoutItsText() {
		try (ScriptedLlm other = ScriptedLlm.start().otherwise(Reply.json("{\"id_token\":\"t-hidden\"}"))) {
			LlmClient client = LlmClient.builder()
				.provider("databricks",
						(spec) -> spec.baseUrl(other.url())
							.option("client-id", "my-id")
							.option("client-secret", "sk-test"))
				.build();
			assertThatExceptionOfType(LlmAuthenticationException.class)
				.isThrownBy(() -> client.chat("databricks/m").user("hi").call().content())
				.withMessageContaining("holds no access_token")
				.satisfies((ex) -> assertThat(ex.toString()).doesNotContain("t-hidden").doesNotContain("sk-test"));
		}
	}

	private LlmClient databricks(Consumer<ProviderSpec> change) {
		return LlmClient.builder().environment((name) -> null).provider("databricks", (spec) -> {
			spec.baseUrl(this.llm.url() + "/serving-endpoints");
			change.accept(spec);
		}).build();
	}

}
