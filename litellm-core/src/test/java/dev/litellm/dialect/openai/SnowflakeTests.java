package dev.litellm.dialect.openai;

import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.litellm.LlmClient;
import dev.litellm.ProviderSpec;
import dev.litellm.error.LlmAuthenticationException;
import dev.litellm.error.LlmContextWindowException;
import dev.litellm.error.LlmNotFoundException;
import dev.litellm.error.LlmUnsupportedParamsException;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of what differs at Snowflake, which speaks OpenAI's format, and Anthropic's with
 * Claude.
 */
class SnowflakeTests {

	private static final String TYPE = "X-Snowflake-Authorization-Token-Type";

	private static final String MESSAGE = """
			{"id": "m", "type": "message", "role": "assistant", "model": "claude-sonnet-4-5", "stop_reason": "end_turn",
			"content": [{"type": "text", "text": "hello"}], "usage": {"input_tokens": 1, "output_tokens": 1}}""";

	private final ScriptedLlm llm = ScriptedLlm.start()
		.whenPath("/messages", Reply.json(MESSAGE))
		.otherwise(Reply.text("hello"));

	@AfterEach
	void stop() {
		this.llm.close();
	}

	@Test
	void aTokenTellsItsType() {
		assertThat(asked((spec) -> spec.apiKey("sk-test")).header(TYPE)).isEqualTo("KEYPAIR_JWT");
		assertThat(asked((spec) -> spec.apiKey("sk-test").option("token-type", "OAUTH")).header(TYPE))
			.isEqualTo("OAUTH");
		RecordedRequest programmatic = asked((spec) -> spec.apiKey("pat/sk-test"));
		assertThat(programmatic.header(TYPE)).isEqualTo("PROGRAMMATIC_ACCESS_TOKEN");
		assertThat(programmatic.header("Authorization")).isEqualTo("Bearer sk-test");
	}

	@Test
	void saysWhichKeyIsMissing() {
		assertThatExceptionOfType(LlmAuthenticationException.class).isThrownBy(() -> asked((spec) -> {
		})).withMessageContaining("no key for provider 'snowflake'").withMessageContaining("SNOWFLAKE_JWT");
	}

	@Test
	void saysWhichAccountIsMissing() {
		LlmClient client = LlmClient.builder()
			.environment((name) -> null)
			.provider("snowflake", (spec) -> spec.apiKey("sk-test"))
			.build();
		assertThatExceptionOfType(LlmNotFoundException.class)
			.isThrownBy(() -> client.chat("snowflake/llama3.1-70b").user("hi").call().content())
			.withMessageContaining("options.account-id")
			.withMessageContaining("SNOWFLAKE_ACCOUNT_ID");
	}

	@Test
	void claudeIsAskedInAnthropicsFormat() {
		LlmClient client = client((spec) -> spec.apiKey("sk-test"));
		assertThat(client.chat("snowflake/claude-sonnet-4-5").user("hi").call().content()).isEqualTo("hello");
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.path()).isEqualTo("/api/v2/cortex/v1/messages");
		assertThat(request.header("anthropic-version")).isEqualTo("2023-06-01");
		assertThat(request.header("Authorization")).isEqualTo("Bearer sk-test");
		assertThat(request.header("x-api-key")).isNull();
		assertThat(request.json().path("max_tokens").asInt()).isEqualTo(4096);
		assertThat(request.json().path("stream").asBoolean(true)).isFalse();
	}

	@Test
	void claudesSchemaIsATool() {
		client((spec) -> spec.apiKey("sk-test")).chat("snowflake/claude-sonnet-4-5")
			.user("hi")
			.extra("response_format",
					java.util.Map.of("type", "json_schema", "json_schema",
							java.util.Map.of("name", "n", "schema", java.util.Map.of("type", "object"))))
			.call()
			.response();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.at("/tools/0/name").asString()).isEqualTo("json_tool_call");
		assertThat(request.json().has("output_format")).isFalse();
	}

	@Test
	void refusesWhatTheModelsDoNotTake() {
		LlmClient client = client((spec) -> spec.apiKey("sk-test"));
		assertThatExceptionOfType(LlmUnsupportedParamsException.class)
			.isThrownBy(() -> client.chat("snowflake/llama3.1-70b").user("hi").extra("seed", 7).call().content())
			.withMessageContaining("[seed]");
		assertThatExceptionOfType(LlmUnsupportedParamsException.class)
			.isThrownBy(() -> client.chat("snowflake/claude-sonnet-4-5")
				.user("hi")
				.extra("response_format", java.util.Map.of("type", "json_object"))
				.call()
				.content())
			.withMessageContaining("[response_format]");
		assertThat(client.chat("snowflake/openai-gpt-5").user("hi").extra("seed", 7).call().content())
			.isEqualTo("hello");
		assertThat(this.llm.requests()).hasSize(1);
	}

	@Test
	void aPromptThatIsTooLongForClaudeIsKnownAsSuch() {
		try (ScriptedLlm other = ScriptedLlm.start()
			.otherwise(Reply.raw(400, "application/json",
					"{\"message\":\"prompt is too long: 9 tokens > 8 maximum\",\"error_code\":\"100351\",\"request_id\":\"r-1\"}"))) {
			LlmClient client = LlmClient.builder()
				.provider("snowflake", (spec) -> spec.baseUrl(other.url()).apiKey("sk-test"))
				.build();
			assertThatExceptionOfType(LlmContextWindowException.class)
				.isThrownBy(() -> client.chat("snowflake/claude-sonnet-4-5").user("hi").call().content())
				.satisfies((ex) -> assertThat(ex.requestId()).isEqualTo("r-1"));
		}
	}

	private RecordedRequest asked(Consumer<ProviderSpec> change) {
		assertThat(client(change).chat("snowflake/llama3.1-70b").user("hi").call().content()).isEqualTo("hello");
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.path()).isEqualTo("/api/v2/cortex/v1/chat/completions");
		return request;
	}

	private LlmClient client(Consumer<ProviderSpec> change) {
		return LlmClient.builder().environment((name) -> null).provider("snowflake", (spec) -> {
			spec.baseUrl(this.llm.url() + "/api/v2/");
			change.accept(spec);
		}).build();
	}

}
