package dev.litellm.dialect.prompt;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.litellm.LlmClient;
import dev.litellm.Models;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.dialect.ScriptedTests;
import dev.litellm.dialect.StreamSamples;
import dev.litellm.error.LlmException;
import dev.litellm.error.LlmRateLimitException;
import dev.litellm.error.LlmUnsupportedParamsException;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for completions of a prompt, and fillings of a middle, over real sockets.
 */
class CompletionsTests extends ScriptedTests {

	private static final String ANSWER = """
			{"id": "cmpl-1", "object": "text_completion", "created": 1589478378, "model": "instruct-1",
			"system_fingerprint": "fp_1", "choices": [
			{"text": "Paris.", "index": 0, "finish_reason": "stop",
			"logprobs": {"tokens": ["Par", "is."], "token_logprobs": [-0.1, -0.2], "text_offset": [0, 3],
			"top_logprobs": [{"Par": -0.1, "Lon": -3}, null]}},
			{"text": "Lyon.", "index": 1, "logprobs": null, "finish_reason": "length"}],
			"usage": {"prompt_tokens": 7, "completion_tokens": 9, "total_tokens": 16}}""";

	private static final StreamSamples SAMPLES = StreamSamples.of("completions");

	@Test
	void asksForTheCompletionOfAPrompt() {
		this.llm.enqueue(Reply.json(ANSWER));
		ChatResponse response = client("text-completion-openai").chat("text-completion-openai/instruct")
			.system("Be brief.")
			.user("Where is the Louvre?")
			.maxTokens(20)
			.extra("n", 2)
			.extra("logprobs", true)
			.extra("top_logprobs", 2)
			.extra("echo", false)
			.call()
			.response();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.path()).isEqualTo("/v1/completions");
		assertThat(request.header("Authorization")).isEqualTo("Bearer sk-test");
		assertThat(request.json()).isEqualTo(json("""
				{"model": "instruct", "prompt": "Be brief. Where is the Louvre?", "max_tokens": 20, "n": 2,
				"logprobs": 2, "echo": false}"""));
		assertThat(response.choices()).extracting((choice) -> choice.message().content())
			.containsExactly("Paris.", "Lyon.");
		assertThat(response.choices()).extracting((choice) -> choice.finishReason()).containsExactly("stop", "length");
		assertThat(response.choices().get(0).message().role()).isEqualTo("assistant");
		assertThat(response.choices().get(0).extra().get("logprobs")).isEqualTo(
				Map.of("content", List.of(
						Map.of("token", "Par", "logprob", -0.1, "top_logprobs",
								List.of(Map.of("token", "Par", "logprob", -0.1),
										Map.of("token", "Lon", "logprob", -3))),
						Map.of("token", "is.", "logprob", -0.2, "top_logprobs", List.of()))));
		assertThat(response.usage()).isNotNull();
		assertThat(response.systemFingerprint()).isEqualTo("fp_1");
	}

	@Test
	void streamsTheCompletion() {
		this.llm.enqueue(Reply.sse(SAMPLES.with("Paris")));
		ChatResponse response = client("text-completion-openai").chat("text-completion-openai/instruct")
			.user("Where?")
			.stream()
			.response()
			.block();
		assertThat(response).isNotNull();
		assertThat(response.content()).isEqualTo("Café é北🙂 in Paris");
		assertThat(response.finishReason()).isEqualTo("length");
		assertThat(response.usage()).isNotNull();
		assertThat(this.llm.takeRequest().at("/stream_options/include_usage").asBoolean()).isTrue();
	}

	@Test
	void fillsInTheMiddle() {
		this.llm.enqueue(Reply.sse(SAMPLES.with("codestral")));
		ChatResponse response = client("text-completion-codestral").chat("text-completion-codestral/codestral-latest")
			.user("def add(a, b):\n")
			.extra("suffix", "\nprint(add(1, 2))")
			.extra("seed", 7)
			.stream()
			.response()
			.block();
		assertThat(response).isNotNull();
		assertThat(response.content()).isEqualTo("    return a + b\n");
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.path()).isEqualTo("/v1/fim/completions");
		assertThat(request.json()).isEqualTo(json("""
				{"model": "codestral-latest", "prompt": "def add(a, b):\\n", "suffix": "\\nprint(add(1, 2))",
				"random_seed": 7, "stream": true}"""));
	}

	@Test
	void asksInceptionAtItsOwnPath() {
		this.llm.enqueue(Reply.json(ANSWER));
		client("text-completion-inception").chat("text-completion-inception/mercury-edit-2").user("a").call().content();
		assertThat(this.llm.takeRequest().path()).isEqualTo("/v1/fim/completions");
	}

	@Test
	void asksADeploymentOfAzures() {
		this.llm.enqueue(Reply.json(ANSWER));
		LlmClient client = LlmClient.builder()
			.environment((name) -> null)
			.provider("azure_text", (spec) -> spec.baseUrl(this.llm.url()).apiKey("sk-test"))
			.build();
		client.chat("azure_text/mine").user("a").call().content();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.uri()).hasToString("/openai/deployments/mine/completions?api-version=2025-02-01-preview");
		assertThat(request.header("api-key")).isEqualTo("sk-test");
	}

	@Test
	void refusesWhatAPromptCannotHold() {
		LlmClient client = client("text-completion-openai");
		assertThatExceptionOfType(LlmUnsupportedParamsException.class)
			.isThrownBy(() -> client.chat("text-completion-openai/instruct")
				.user("a")
				.extra("reasoning_effort", "low")
				.call()
				.content())
			.withMessageContaining("reasoning_effort");
		LlmException refused = catchThrowableOfType(LlmException.class,
				() -> client.completion("text-completion-openai/instruct",
						List.of(Message.user(ContentPart.image("data:image/png;base64,iVBORw0KGgo=")))));
		assertThat(refused).hasMessageContaining("text");
		assertThat(this.llm.requests()).isEmpty();
	}

	@Test
	void anErrorWithinTheStreamKeepsItsKind() {
		this.llm.enqueue(
				Reply.sse("data: {\"error\": {\"message\": \"slow down\", \"code\": \"rate_limit_exceeded\"}}\n\n"));
		assertThatExceptionOfType(LlmRateLimitException.class)
			.isThrownBy(() -> client("text-completion-openai").chat("text-completion-openai/instruct")
				.maxAttempts(1)
				.user("a")
				.stream()
				.response()
				.block());
	}

	@Test
	void aStreamThatIsCutOffFailsWithThePart() {
		StreamSamples.checkCutOffs(SAMPLES.with("Paris"), "\"length\"", this.llm,
				() -> client("text-completion-openai").chat("text-completion-openai/instruct")
					.user("a")
					.stream()
					.response()
					.block());
	}

	private static JsonNode json(String text) {
		return new JsonMapper().readTree(text);
	}

	private LlmClient client(String provider) {
		return LlmClient.builder()
			.environment((name) -> null)
			.provider(provider, (spec) -> spec.baseUrl(this.llm.baseUrl()).apiKey("sk-test"))
			.settings((settings) -> settings.withRetries(Models.QUICK))
			.build();
	}

}
