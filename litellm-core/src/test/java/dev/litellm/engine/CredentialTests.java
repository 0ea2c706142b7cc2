package dev.litellm.engine;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.litellm.LlmClient;
import dev.litellm.LlmClientBuilder;
import dev.litellm.Models;
import dev.litellm.call.Retries;
import dev.litellm.call.Settings;
import dev.litellm.error.LlmAuthenticationException;
import dev.litellm.error.LlmException;
import dev.litellm.routing.ModelEntry;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for whom a key goes to: its own provider's host, and nobody else.
 */
class CredentialTests {

	private final ScriptedLlm openai = ScriptedLlm.start();

	private final ScriptedLlm other = ScriptedLlm.start();

	@AfterEach
	void close() {
		this.openai.close();
		this.other.close();
	}

	@Test
	void keepsTheConfiguredKeyFromTheHostOfACall() {
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> client().chat("gpt-4o").baseUrl(this.other.baseUrl()).user("Hi").call().content());
		assertThat(failure).isInstanceOf(LlmAuthenticationException.class)
			.hasMessageContaining("whose key goes to its own host only: give the call a key with apiKey(…)");
		assertThat(this.other.requests()).isEmpty();
	}

	@Test
	void sendsTheConfiguredKeyToAnotherPathOfItsHost() {
		client().chat("gpt-4o").baseUrl(this.openai.url() + "/eu/v1").user("Hi").call().content();
		RecordedRequest request = this.openai.takeRequest();
		assertThat(request.path()).isEqualTo("/eu/v1/chat/completions");
		assertThat(request.header("authorization")).isEqualTo("Bearer sk-openai");
	}

	@Test
	void sendsTheKeyOfACallToTheHostOfTheCall() {
		client().chat("gpt-4o").baseUrl(this.other.baseUrl()).apiKey("sk-call").user("Hi").call().content();
		assertThat(this.other.takeRequest().header("authorization")).isEqualTo("Bearer sk-call");
		assertThat(this.openai.requests()).isEmpty();
	}

	@Test
	void keepsConfiguredHeadersWithCredentialsFromTheHostOfACall() {
		LlmClient client = builder()
			.provider("openai", (provider) -> provider.header("X-Gateway-Token", "t0ken").header("X-Team", "blue"))
			.build();
		client.chat("gpt-4o").baseUrl(this.other.baseUrl()).apiKey("sk-call").user("Hi").call().content();
		RecordedRequest request = this.other.takeRequest();
		assertThat(request.header("x-gateway-token")).isNull();
		assertThat(request.header("x-team")).isEqualTo("blue");
	}

	@Test
	void keepsTheCredentialsOfACallFromItsFallbacks() {
		this.openai.otherwise(Reply.error(503));
		once().chat("gpt-4o")
			.fallbacks("groq/llama")
			.apiKey("sk-call")
			.header("X-Api-Key", "call-secret")
			.header("Cookie", "session=1")
			.header("X-Team", "blue")
			.user("Hi")
			.call()
			.content();
		RecordedRequest asked = this.openai.takeRequest();
		assertThat(asked.header("authorization")).isEqualTo("Bearer sk-call");
		assertThat(asked.header("x-api-key")).isEqualTo("call-secret");
		RecordedRequest fallback = this.other.takeRequest();
		assertThat(fallback.header("authorization")).isEqualTo("Bearer sk-groq");
		assertThat(fallback.header("x-api-key")).isNull();
		assertThat(fallback.header("cookie")).isNull();
		assertThat(fallback.header("x-team")).isEqualTo("blue");
	}

	@Test
	void keepsAnAuthorizationHeaderOfACallFromItsFallbacks() {
		this.openai.otherwise(Reply.error(503));
		once().chat("gpt-4o")
			.fallbacks("groq/llama")
			.header("authorization", "Bearer sk-header")
			.user("Hi")
			.call()
			.content();
		assertThat(this.openai.takeRequest().headers().get("authorization")).containsExactly("Bearer sk-header");
		assertThat(this.other.takeRequest().headers().get("authorization")).containsExactly("Bearer sk-groq");
	}

	@Test
	void keepsTheHostOfACallFromItsFallbacks() {
		this.openai.otherwise(Reply.error(503));
		once().chat("groq/llama")
			.baseUrl(this.openai.baseUrl())
			.apiKey("sk-call")
			.fallbacks("groq/llama-2")
			.user("Hi")
			.call()
			.content();
		assertThat(this.openai.requests()).hasSize(1);
		assertThat(this.other.takeRequest().header("authorization")).isEqualTo("Bearer sk-groq");
	}

	@Test
	void keepsTheKeyOfACallFromTheOtherProvidersOfAGroup() {
		this.openai.otherwise(Reply.error(503));
		LlmClient client = builder().model(ModelEntry.of("group", "openai/gpt-4o"))
			.model(ModelEntry.of("group", "groq/llama"))
			.build();
		client.chat("group").apiKey("sk-call").user("Hi").call().content();
		assertThat(this.openai.takeRequest().header("authorization")).isEqualTo("Bearer sk-call");
		assertThat(this.other.takeRequest().header("authorization")).isEqualTo("Bearer sk-groq");
	}

	@Test
	void keepsTheKeyOfACallFromTheOtherHostsOfAGroup() {
		this.openai.otherwise(Reply.error(503));
		LlmClient client = builder().model(ModelEntry.of("group", "openai/gpt-4o"))
			.model(new ModelEntry("group", "openai/gpt-4o", null, this.other.baseUrl(), Map.of(), Settings.none()))
			.build();
		client.chat("group").apiKey("sk-call").user("Hi").call().content();
		assertThat(this.other.takeRequest().header("authorization")).isEqualTo("Bearer sk-openai");
	}

	@Test
	void refusesToShareTheKeyOfAComparison() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> client().compare("gpt-4o", "groq/llama").apiKey("sk-call").user("Hi").call())
			.withMessageContaining("are for one provider")
			.withMessageNotContaining("sk-call");
		assertThat(client().compare("gpt-4o", "gpt-4o-mini").apiKey("sk-call").user("Hi").call().entries()).hasSize(2);
		assertThat(this.other.requests()).isEmpty();
	}

	@Test
	void namesPropertyAndVariablesOfAMissingKey() {
		LlmClient client = LlmClient.builder().build();
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> client.chat("groq/llama").user("Hi").call().content());
		assertThat(failure).isInstanceOf(LlmAuthenticationException.class)
			.hasMessage("Call to 'groq/llama' failed: authentication at groq: no key for provider 'groq':"
					+ " set litellm.providers.groq.api-key, or the environment variable GROQ_API_KEY");
	}

	@Test
	void fallsBackWhereAKeyIsMissing() {
		LlmClient client = builder().build();
		assertThat(client.chat("mistral/mistral-small").fallbacks("groq/llama").user("Hi").call().response().provider())
			.isEqualTo("groq");
	}

	@Test
	void takesAnAuthorizationHeaderOfTheCallForTheMissingKey() {
		LlmClient client = LlmClient.builder()
			.provider("groq", (provider) -> provider.baseUrl(this.other.baseUrl()))
			.build();
		client.chat("groq/llama").header("Authorization", "Bearer sk-header").user("Hi").call().content();
		assertThat(this.other.takeRequest().header("authorization")).isEqualTo("Bearer sk-header");
	}

	@Test
	void takesKeyAndBaseUrlOfTheEnvironment() {
		Map<String, String> environment = Map.of("GROQ_API_KEY", "sk-env\n", "GROQ_API_BASE", this.other.baseUrl());
		LlmClient client = LlmClient.builder().environment(environment::get).build();
		client.chat("groq/llama").user("Hi").call().content();
		assertThat(this.other.takeRequest().header("authorization")).isEqualTo("Bearer sk-env");
	}

	private LlmClientBuilder builder() {
		return Models.builder(this.openai, this.other);
	}

	private LlmClient client() {
		return builder().build();
	}

	private LlmClient once() {
		return builder().settings((settings) -> settings.withRetries(Retries.ofMaxAttempts(1))).build();
	}

}
