package dev.litellm.dialect.chatgpt;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.litellm.LlmClient;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.dialect.ScriptedTests;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.LlmException;
import dev.litellm.error.LlmUnsupportedParamsException;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for ChatGPT's subscriptions over real sockets.
 */
class ChatGptTests extends ScriptedTests {

	private static final String BEGUN = """
			event: response.created
			data: {"type": "response.created", "response": {"id": "resp_1", "model": "gpt-5.4", "status": "in_progress"}}

			event: response.output_item.added
			data: {"type": "response.output_item.added", "output_index": 0, "item": {"type": "message", "id": "msg_1"}}

			event: response.output_text.delta
			data: {"type": "response.output_text.delta", "output_index": 0, "item_id": "msg_1", "delta": "Hel"}

			event: response.output_text.delta
			data: {"type": "response.output_text.delta", "output_index": 0, "item_id": "msg_1", "delta": "lo."}

			""";

	private static final String ENDED = """
			event: response.completed
			data: {"type": "response.completed", "response": {"id": "resp_1", "model": "gpt-5.4", "status": "completed", \
			"output": [], "usage": {"input_tokens": 7, "output_tokens": 2, "total_tokens": 9}}}

			""";

	private final LlmClient client = LlmClient.builder()
		.environment((name) -> null)
		.provider("chatgpt", (spec) -> spec.baseUrl(this.llm.url()).apiKey("sk-test").option("account-id", "account-1"))
		.build();

	@Test
	void putsAWholeAnswerTogether() {
		this.llm.enqueue(Reply.sse(BEGUN + ENDED));
		ChatResponse response = this.client.chat("chatgpt/gpt-5.4").user("Hi").call().response();
		assertThat(response.content()).isEqualTo("Hello.");
		assertThat(response.model()).isEqualTo("gpt-5.4");
		assertThat(response.finishReason()).isEqualTo("stop");
		assertThat(response.usage()).isNotNull();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.path()).isEqualTo("/responses");
		assertThat(request.header("Authorization")).isEqualTo("Bearer sk-test");
		assertThat(request.header("ChatGPT-Account-Id")).isEqualTo("account-1");
		assertThat(request.isStream()).isTrue();
		assertThat(request.at("/store").asBoolean(true)).isFalse();
		assertThat(request.text("/instructions")).isNotBlank();
		assertThat(request.text("/include/0")).isEqualTo("reasoning.encrypted_content");
	}

	@Test
	void whatTheSystemSaysIsTheInstructions() {
		this.llm.enqueue(Reply.sse(BEGUN + ENDED));
		assertThat(this.client.chat("chatgpt/gpt-5.4").system("Be brief.").user("Hi").stream().content().blockLast())
			.isEqualTo("lo.");
		assertThat(this.llm.takeRequest().text("/instructions")).isEqualTo("Be brief.");
	}

	@Test
	void keepsReasoningThatTheEndDoesNotRepeat() {
		String reasoning = """
				event: response.output_item.done
				data: {"type": "response.output_item.done", "output_index": 0, "item": {"type": "reasoning", "id": "rs_1", \
				"summary": [], "encrypted_content": "gAAAAA=="}}

				event: response.output_item.done
				data: {"type": "response.output_item.done", "output_index": 1, "item": {"type": "message", "id": "msg_1", \
				"role": "assistant", "content": [{"type": "output_text", "text": "Hello."}]}}

				""";
		this.llm.enqueue(Reply.sse(BEGUN + reasoning + ENDED), Reply.sse(BEGUN + ENDED));
		ChatResponse response = this.client.chat("chatgpt/gpt-5.4").user("Hi").call().response();
		assertThat(response.content()).isEqualTo("Hello.");
		this.client.chat("chatgpt/gpt-5.4")
			.messages(Message.user("Hi"), response.choices().get(0).message(), Message.user("And?"))
			.call()
			.content();
		this.llm.takeRequest();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/input/1/encrypted_content")).isEqualTo("gAAAAA==");
		assertThat(request.text("/input/2/content/0/text")).isEqualTo("Hello.");
		assertThat(request.at("/input").size()).isEqualTo(4);
	}

	@Test
	void waitsForAWholeAnswerNoLongerThanForAnyOther() {
		this.llm.otherwise(Reply.sse(BEGUN + ENDED).splitEvery(100).stallAfter(3));
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat("chatgpt/gpt-5.4")
					.timeout(Duration.ofMillis(300))
					.maxAttempts(1)
					.user("Hi")
					.call()
					.content());
		assertThat(failure.kind()).isEqualTo(ErrorKind.TIMEOUT);
	}

	@Test
	void anAnswerThatIsCutOffIsNone() {
		this.llm.otherwise(Reply.sse(BEGUN));
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat("chatgpt/gpt-5.4").maxAttempts(1).user("Hi").call().content());
		assertThat(failure.kind()).isEqualTo(ErrorKind.CONNECTION);
	}

	@Test
	void refusesWhatSubscriptionsDoNotTake() {
		assertThatExceptionOfType(LlmUnsupportedParamsException.class)
			.isThrownBy(() -> this.client.chat("chatgpt/gpt-5.4").user("Hi").maxTokens(10).call().content())
			.withMessageContaining("max_tokens");
		assertThat(this.llm.requests()).isEmpty();
	}

	@Test
	void whatNobodyAnswersToAndWhatHoldsMoreThanTextIsNoInstruction() {
		this.llm.otherwise(Reply.sse(BEGUN + ENDED));
		this.client.chat("chatgpt/gpt-5.4").system("Be brief.").system("Be kind.").call().content();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/instructions")).isEqualTo("You are a helpful assistant.");
		assertThat(request.text("/input/0/content/0/text")).isEqualTo("Be brief.");
		assertThat(request.text("/input/1/content/0/text")).isEqualTo("Be kind.");
		Message shown = Message.of("system", List.of(ContentPart.image("https://a.example/a.png")));
		this.client.chat("chatgpt/gpt-5.4").messages(shown, Message.user("Hi")).call().content();
		request = this.llm.takeRequest();
		assertThat(request.text("/instructions")).isEqualTo("You are a helpful assistant.");
		assertThat(request.text("/input/0/content/0/type")).isEqualTo("input_image");
	}

}
