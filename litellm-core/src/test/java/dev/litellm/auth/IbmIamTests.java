package dev.litellm.auth;

import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import dev.litellm.LlmClient;
import dev.litellm.ProviderSpec;
import dev.litellm.error.LlmAuthenticationException;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class IbmIamTests {

	private final ScriptedLlm llm = ScriptedLlm.start()
		.whenPath("/identity/token",
				Reply.json("{\"access_token\":\"t-one\",\"expires_in\":3600,\"token_type\":\"Bearer\"}"))
		.otherwise(Reply.text("hello"));

	@AfterEach
	void stop() {
		this.llm.close();
	}

	@Test
	void exchangesAKeyForATokenOnceForAllCalls() {
		LlmClient client = client((spec) -> spec.apiKey("sk-test"));
		Flux.range(0, 8).flatMap((call) -> client.chat("watsonx/m").user("hi").callMono()).blockLast();
		assertThat(this.llm.requests()).filteredOn((request) -> request.path().equals("/identity/token"))
			.singleElement()
			.satisfies((request) -> assertThat(request.body().split("&")).containsExactlyInAnyOrder(
					"grant_type=urn%3Aibm%3Aparams%3Aoauth%3Agrant-type%3Aapikey", "apikey=sk-test"));
		assertThat(this.llm.requests()).filteredOn((request) -> request.path().equals("/ml/v1/text/chat"))
			.hasSize(8)
			.allSatisfy((request) -> assertThat(request.header("Authorization")).isEqualTo("Bearer t-one"));
	}

	@Test
	void exchangesAgainWhatWasRefused() {
		this.llm.when((request) -> request.path().contains("chat"), Reply.error(401), Reply.text("hello"));
		LlmClient client = client((spec) -> spec.apiKey("sk-test"));
		assertThatExceptionOfType(LlmAuthenticationException.class)
			.isThrownBy(() -> client.chat("watsonx/m").user("hi").maxAttempts(1).call().content());
		assertThat(client.chat("watsonx/m").user("hi").call().content()).isEqualTo("hello");
		assertThat(this.llm.requests()).filteredOn((request) -> request.path().equals("/identity/token")).hasSize(2);
	}

	@Test
	void aTokenAndAZenKeyGoOutAsTheyAre() {
		assertThat(authorization((spec) -> spec.apiKey("sk-test").option("token", "t-own"))).isEqualTo("Bearer t-own");
		assertThat(authorization((spec) -> spec.option("zen-api-key", "zen"))).isEqualTo("ZenApiKey zen");
		assertThat(this.llm.requests()).noneMatch((request) -> request.path().equals("/identity/token"));
	}

	@Test
	void aKeyThatACallIsGivenPrevailsOverTheConfiguredToken() {
		LlmClient client = client((spec) -> spec.option("token", "t-own"));
		client.chat("watsonx/m").apiKey("sk-call").user("hi").call().content();
		assertThat(this.llm.requests()).extracting((request) -> request.header("Authorization"))
			.containsExactly(null, "Bearer t-one");
	}

	@Test
	void neverPutsACredentialIntoABody() {
		LlmClient client = client((spec) -> spec.apiKey("sk-test"));
		client.chat("watsonx/m").user("hi").extra("token", "sk-hidden").call().content();
		assertThat(this.llm.requests()).noneMatch((request) -> request.body().contains("sk-hidden"));
	}

	@Test
	void saysWhatIsMissing() {
		assertThatExceptionOfType(LlmAuthenticationException.class).isThrownBy(() -> authorization((spec) -> {
		})).withMessageContaining("no key for provider 'watsonx'").withMessageContaining("WATSONX_APIKEY");
	}

	private String authorization(Consumer<ProviderSpec> change) {
		client(change).chat("watsonx/m").user("hi").call().content();
		return this.llm.takeRequest().header("Authorization");
	}

	private LlmClient client(Consumer<ProviderSpec> change) {
		Map<String, String> environment = Map.of("WATSONX_URL", this.llm.url());
		return LlmClient.builder().environment(environment::get).provider("watsonx", (spec) -> {
			spec.option("iam-url", this.llm.url() + "/identity/token");
			change.accept(spec);
		}).build();
	}

}
