package dev.litellm.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.litellm.LlmClient;
import dev.litellm.LlmClientBuilder;
import dev.litellm.Models;
import dev.litellm.call.Secret;
import dev.litellm.call.Settings;
import dev.litellm.chat.ChatResponse;
import dev.litellm.error.Attempt;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.LlmAuthenticationException;
import dev.litellm.error.LlmBadRequestException;
import dev.litellm.error.LlmException;
import dev.litellm.routing.FallbackRule;
import dev.litellm.routing.ModelEntry;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for fallbacks over real sockets.
 */
class FallbackTests {

	private final ScriptedLlm openai = ScriptedLlm.start();

	private final ScriptedLlm groq = ScriptedLlm.start();

	@AfterEach
	void close() {
		this.openai.close();
		this.groq.close();
	}

	@ParameterizedTest
	@ValueSource(ints = { 401, 403, 404, 429, 500, 503 })
	void answersFromTheFallbackOfTheModel(int status) {
		this.openai.otherwise(Reply.error(status));
		this.groq.otherwise(Reply.text("Paris."));
		ChatResponse response = ask(once().fallback("gpt-4o", "groq/llama-3.3-70b-versatile"));
		assertThat(response.content()).isEqualTo("Paris.");
		assertThat(response.provider()).isEqualTo("groq");
		assertThat(response.attempts()).extracting(Attempt::deployment)
			.containsExactly("openai/gpt-4o", "groq/llama-3.3-70b-versatile");
		assertThat(this.groq.takeRequest().model()).isEqualTo("llama-3.3-70b-versatile");
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 413, 422 })
	void keepsAnInvalidRequestFromTheFallback(int status) {
		this.openai.otherwise(Reply.error(status));
		assertThat(failure(once().fallback("*", "groq/llama"))).isInstanceOf(LlmBadRequestException.class);
		assertThat(this.groq.requests()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "context_length_exceeded", "content_policy_violation" })
	void fallsBackWhereAnotherModelMayTakeThePrompt(String code) {
		this.openai.otherwise(Reply.error(400, code));
		this.groq.otherwise(Reply.text("Paris."));
		assertThat(ask(once().fallback("*", "groq/llama")).content()).isEqualTo("Paris.");
	}

	@Test
	void fallsBackWhereNobodyListens() {
		this.openai.close();
		this.groq.otherwise(Reply.text("Paris."));
		ChatResponse response = ask(builder().fallback("*", "groq/llama"));
		assertThat(response.attempts()).extracting(Attempt::kind)
			.containsExactly(ErrorKind.CONNECTION, ErrorKind.CONNECTION, ErrorKind.CONNECTION, null);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "<html>Welcome</html>", "{\"object\":\"chat.completion\"}", "[]", "null" })
	void fallsBackFromAnAnswerThatIsNone(String body) {
		this.openai.otherwise(Reply.json(body));
		this.groq.otherwise(Reply.text("Paris."));
		ChatResponse response = ask(builder().fallback("*", "groq/llama"));
		assertThat(response.attempts()).extracting(Attempt::kind).containsExactly(ErrorKind.INVALID_RESPONSE, null);
	}

	@Test
	void prefersTheFallbackToALongWait() {
		this.openai.otherwise(Reply.error(429).header("Retry-After", "30"));
		this.groq.otherwise(Reply.text("Paris."));
		assertThat(ask(builder().fallback("*", "groq/llama")).attempts()).hasSize(2);
	}

	@Test
	void takesTheModelsOwnRuleBeforeTheRuleForAll() {
		this.openai.whenModel("gpt-4o", Reply.error(503));
		this.openai.whenModel("gpt-4o-mini", Reply.text("own"));
		assertThat(ask(once().fallback("*", "groq/llama").fallback("gpt-4o", "gpt-4o-mini")).content())
			.isEqualTo("own");
		assertThat(this.groq.requests()).isEmpty();
	}

	@Test
	void findsTheRuleOfAModelUnderEachOfItsNames() {
		this.openai.whenModel("gpt-4o", Reply.error(503));
		this.openai.whenModel("gpt-4o-mini", Reply.text("found"));
		LlmClient client = once().alias("smart", "openai/gpt-4o").fallback("gpt-4o", "gpt-4o-mini").build();
		for (String name : List.of("smart", "openai/gpt-4o", "gpt-4o")) {
			assertThat(client.chat(name).user("Hi").call().content()).isEqualTo("found");
		}
	}

	@Test
	void takesTheCallsFallbacksInsteadOfTheConfiguredOnes() {
		this.openai.whenModel("gpt-4o", Reply.error(503));
		this.openai.whenModel("gpt-4o-mini", Reply.text("of the call"));
		LlmClient client = once().fallback("*", "groq/llama").build();
		assertThat(client.chat("gpt-4o").fallbacks("gpt-4o-mini").user("Hi").call().content()).isEqualTo("of the call");
		assertThat(catchThrowableOfType(LlmException.class,
				() -> client.chat("gpt-4o").fallbacks().user("Hi").call().content())
			.attempts()).hasSize(1);
		assertThat(this.groq.requests()).isEmpty();
	}

	@Test
	void takesAFallbackForItsKindsOnly() {
		this.openai.otherwise(Reply.error(503));
		FallbackRule rule = new FallbackRule("*", List.of("groq/llama"), Set.of(ErrorKind.RATE_LIMIT));
		failure(once().fallback(rule));
		assertThat(this.groq.requests()).isEmpty();
		this.openai.otherwise(Reply.error(429));
		ask(once().fallback(rule));
		assertThat(this.groq.requests()).hasSize(1);
	}

	@Test
	void followsAChainAndVisitsEachModelOnce() {
		this.openai.otherwise(Reply.error(503));
		this.groq.otherwise(Reply.error(503));
		LlmException failure = failure(once().fallback("gpt-4o", "groq/llama")
			.fallback("groq/llama", "gpt-4o-mini")
			.fallback("gpt-4o-mini", "gpt-4o", "openai/gpt-4o"));
		assertThat(failure.attempts()).extracting(Attempt::deployment)
			.containsExactly("openai/gpt-4o", "groq/llama", "openai/gpt-4o-mini");
	}

	@Test
	void endsAChainAtItsBound() {
		this.openai.otherwise(Reply.error(503));
		LlmClientBuilder builder = once().maxFallbacks(2);
		for (int i = 0; i < 10; i++) {
			builder.fallback("openai/m" + i, "openai/m" + (i + 1));
		}
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> builder.build().chat("openai/m0").user("Hi").call().response());
		assertThat(failure.attempts()).extracting(Attempt::deployment)
			.containsExactly("openai/m0", "openai/m1", "openai/m2");
	}

	@Test
	void asksTheNextDeploymentOfAGroupAtOnce() {
		this.openai.otherwise(Reply.error(429).header("Retry-After", "30"));
		this.groq.otherwise(Reply.text("Paris."));
		LlmClient client = builder().model(ModelEntry.of("group", "openai/gpt-4o"))
			.model(ModelEntry.of("group", "groq/llama"))
			.build();
		ChatResponse response = client.chat("group").user("Hi").call().response();
		assertThat(response.attempts()).extracting(Attempt::provider).containsExactly("openai", "groq");
		assertThat(response.attempts().get(1).waited()).isZero();
	}

	@Test
	void sendsADeploymentItsOwnKeyHeadersAndParameters() {
		Settings settings = Settings.none().withParameters(Map.of("temperature", 0.5));
		LlmClient client = builder()
			.model(new ModelEntry("eu", "openai/gpt-4o", Secret.of("sk-eu"), this.groq.baseUrl(),
					Map.of("X-Region", "eu"), settings))
			.build();
		client.chat("eu").user("Hi").call().response();
		var request = this.groq.takeRequest();
		assertThat(request.header("authorization")).isEqualTo("Bearer sk-eu");
		assertThat(request.header("x-region")).isEqualTo("eu");
		assertThat(request.at("/temperature").asDouble()).isEqualTo(0.5);
		assertThat(request.model()).isEqualTo("gpt-4o");
		assertThat(this.openai.requests()).isEmpty();
	}

	@Test
	void tellsTheFailureOfTheRequestedModelWhenAllHaveFailed() {
		this.openai.otherwise(Reply.error(401));
		this.groq.otherwise(Reply.error(503));
		LlmException failure = failure(once().fallback("*", "groq/llama"));
		assertThat(failure).isInstanceOf(LlmAuthenticationException.class);
		assertThat(failure.provider()).isEqualTo("openai");
		assertThat(failure.model()).isEqualTo("gpt-4o");
		assertThat(failure.attempts()).extracting(Attempt::status).containsExactly(401, 503);
	}

	@Test
	void tellsTheWholeStory() {
		this.openai.otherwise(Reply.error(503, "overloaded", "We are full").header("x-request-id", "req_7"));
		this.groq.otherwise(Reply.error(429, "rate_limit_exceeded", "Slow down"));
		LlmException failure = failure(builder().retryRules(new SpringRetryRules(new Highest()))
			.settings((settings) -> settings.withRetries(Models.QUICK.withMaxAttempts(2)))
			.fallback("*", "groq/llama"));
		String[] lines = failure.getMessage().split("\\R");
		assertThat(lines).hasSize(6);
		assertThat(lines[0]).isEqualTo("Call to 'gpt-4o' failed: service unavailable at openai (HTTP 503, overloaded):"
				+ " We are full [request req_7]");
		assertThat(lines[1]).isEqualTo("Tried 4 times:");
		assertThat(lines[2]).matches("  1\\. openai/gpt-4o: service unavailable \\(503\\) in \\d+ ms, We are full");
		assertThat(lines[3])
			.matches("  2\\. after 1 ms openai/gpt-4o: service unavailable \\(503\\) in \\d+ ms, We are full");
		assertThat(lines[4]).matches("  3\\. groq/llama: rate limit \\(429\\) in \\d+ ms, Slow down");
		assertThat(lines[5]).matches("  4\\. after 1 ms groq/llama: rate limit \\(429\\) in \\d+ ms, Slow down");
	}

	private LlmClientBuilder builder() {
		return Models.builder(this.openai, this.groq);
	}

	private LlmClientBuilder once() {
		return builder().settings((settings) -> settings.withRetries(Models.QUICK.withMaxAttempts(1)));
	}

	private static ChatResponse ask(LlmClientBuilder builder) {
		return builder.build().chat("gpt-4o").user("Where is the Louvre?").call().response();
	}

	private static LlmException failure(LlmClientBuilder builder) {
		return catchThrowableOfType(LlmException.class, () -> ask(builder));
	}

}
