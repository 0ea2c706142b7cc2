package dev.litellm.dialect.langflow;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.litellm.LlmClient;
import dev.litellm.chat.ChatResponse;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.LlmException;
import dev.litellm.error.LlmUnsupportedParamsException;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for Langflow over real sockets.
 */
class LangflowTests {

	private static final String ANSWER = """
			{"session_id": "s-1", "outputs": [{"inputs": {"input_value": "Hi"}, "outputs": [
			{"results": {"message": {"text_key": "text", "text": "Hello.", "sender": "Machine"}},
			"messages": [{"message": "Hello.", "sender": "Machine"}]}]}]}""";

	private final ScriptedLlm llm = ScriptedLlm.start().otherwise(Reply.json(ANSWER));

	private final LlmClient client = LlmClient.builder()
		.environment((name) -> null)
		.provider("langflow", (spec) -> spec.baseUrl(this.llm.url()).apiKey("sk-test"))
		.build();

	@AfterEach
	void close() {
		this.llm.close();
	}

	@Test
	void runsAFlowWithTheWholeConversation() {
		ChatResponse response = this.client.chat("langflow/my flow")
			.user("Hi")
			.assistant("Yes?")
			.user("Who are you?")
			.extra("tweaks", "x")
			.call()
			.response();
		assertThat(response.content()).isEqualTo("Hello.");
		assertThat(response.extra()).containsEntry("session_id", "s-1");
		assertThat(response.usage()).isNull();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.uri()).hasToString("/api/v1/run/my%20flow?stream=false");
		assertThat(request.header("x-api-key")).isEqualTo("sk-test");
		assertThat(request.text("/input_value")).isEqualTo("Hi\nYes?\nWho are you?");
		assertThat(request.text("/output_type")).isEqualTo("chat");
		assertThat(request.text("/tweaks")).isEqualTo("x");
	}

	@Test
	void aFlowRemembersItsSession() {
		this.client.chat("langflow/flow")
			.user("Hi")
			.assistant("Yes?")
			.user("Who are you?")
			.extra("session_id", "s-1")
			.call()
			.content();
		assertThat(this.llm.takeRequest().text("/input_value")).isEqualTo("Who are you?");
	}

	@Test
	void aStreamComesInOnePiece() {
		assertThat(this.client.chat("langflow/flow").user("Hi").stream().content().collectList().block())
			.containsExactly("Hello.");
	}

	@Test
	void refusesWhatAFlowDecidesItself() {
		assertThatExceptionOfType(LlmUnsupportedParamsException.class)
			.isThrownBy(() -> this.client.chat("langflow/flow").user("Hi").temperature(0.5).call().content())
			.withMessageContaining("temperature");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"results\": {\"message\": \"Hello.\"}}",
			"{\"messages\": [{\"message\": \"Hello.\"}, 1]}",
			"{\"messages\": [{\"message\": \"No.\"}], \"results\": {\"message\": {\"text\": \"Hello.\", \"data\": {}}}}",
			"{\"results\": {\"message\": {\"text\": 1}}, \"messages\": [[1]]}, {\"results\": {\"message\": \"Hello.\"}},"
					+ " {\"results\": {\"message\": \"No.\"}}" })
	void readsTheFirstTextWhereverItStands(String outputs) {
		this.llm.reset();
		this.llm.otherwise(Reply.json("{\"outputs\": [1, {\"outputs\": [[], " + outputs + "]}]}"));
		assertThat(this.client.chat("langflow/flow").user("Hi").call().content()).isEqualTo("Hello.");
	}

	@Test
	void anAnswerWithoutAMessageIsNone() {
		this.llm.reset();
		this.llm.otherwise(Reply.json("{\"outputs\": [{\"outputs\": []}]}"));
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat("langflow/flow").maxAttempts(1).user("Hi").call().content());
		assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_RESPONSE);
	}

}
