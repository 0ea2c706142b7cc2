package dev.litellm.chat;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

import dev.litellm.json.Documents;
import dev.litellm.json.Json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests that odd answers are read as far as they make sense, and others refused.
 */
class LenientReadingTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', value = { "null|0", "5|5", "5.0|5", "-3|0", "\"5\"|0", "[]|0",
			"99999999999999999999999|9223372036854775807", "1e400|9223372036854775807" })
	void readsCountsWhateverTheyAre(String count, long tokens) {
		ChatResponse response = ChatResponse
			.fromJson("{\"choices\":[],\"created\":" + count + ",\"usage\":{\"prompt_tokens\":" + count + "}}");
		assertThat(response.usage()).isNotNull().extracting(Usage::promptTokens).isEqualTo(tokens);
		assertThat(response.created()).isEqualTo(tokens);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"choices\":null}", "{\"choices\":[null]}", "{\"choices\":[1,\"a\",[]]}",
			"{\"choices\":{\"a\":[1]}}", "{\"choices\":[null],\"usage\":[1]}", "{}" })
	void readsAnAnswerWithoutChoices(String json) {
		assertThat(ChatResponse.fromJson(json).choices()).isEmpty();
		assertThat(ChatChunk.fromJson(json).choices()).isEmpty();
		assertThat(ChatResponse.fromJson(json).content()).isEmpty();
		assertThat(ChatChunk.fromJson(json).content()).isNull();
	}

	@Test
	void readsWhatStandsAfterAnOddChoice() {
		ChatChunk chunk = ChatChunk.fromJson(
				"""
						{"choices":[null,{"delta":null},{"index":"x","delta":[1]},{"index":2,"delta":{"content":"a","tool_calls":
						[null,1,{"id":"t"}],"thinking_blocks":[null,"x"]}}],"model":"m"}""");
		assertThat(chunk.model()).isEqualTo("m");
		assertThat(chunk.choices()).hasSize(3);
		assertThat(chunk.choices().get(2).delta().content()).isEqualTo("a");
		assertThat(chunk.choices().get(2).delta().toolCalls()).hasSize(1);
	}

	@Test
	void readsTheTextOfACompletionWhereThereIsNoMessage() {
		String choice = "{\"choices\":[{\"text\":\"a\",\"index\":0,\"logprobs\":null,\"finish_reason\":\"stop\"}]}";
		assertThat(ChatResponse.fromJson(choice).content()).isEqualTo("a");
		assertThat(ChatResponse.fromJson(choice).choices().get(0).extra()).isEmpty();
		assertThat(ChatChunk.fromJson(choice).content()).isEqualTo("a");
		assertThat(ChatChunk.fromJson(choice).choices().get(0).delta().role()).isEqualTo("assistant");
	}

	@Test
	void keepsATextBesideTheMessage() {
		ChatResponse response = ChatResponse
			.fromJson("{\"choices\":[{\"text\":\"b\",\"message\":{\"content\":\"a\"}}]}");
		assertThat(response.content()).isEqualTo("a");
		assertThat(response.choices().get(0).extra()).containsEntry("text", "b");
		ChatChunk chunk = ChatChunk.fromJson("{\"choices\":[{\"text\":\"b\",\"delta\":{\"content\":\"a\"}}]}");
		assertThat(chunk.content()).isEqualTo("a");
		assertThat(chunk.choices().get(0).extra()).containsEntry("text", "b");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', value = { "null|", "\"\"|", "\"a\"|a", "[]|", "1|1",
			"[{\"type\":\"text\",\"text\":\"a\"},\"b\"]|ab", "{\"type\":\"text\",\"text\":\"a\"}|a" })
	void readsContentInAnyShape(String content, String text) {
		String message = "{\"role\":\"assistant\",\"content\":" + content + "}";
		Message read = Message.fromJson(message);
		assertThat(read.text()).isEqualTo((text != null) ? text : "");
		assertThat(Json.read(read.toJson())).isInstanceOf(Map.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "1", "null", "{", "{\"choices\":[", "<html>", "{\"choices\":[{\"index\":0" })
	void refusesWhatIsNoAnswer(String json) {
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> ChatResponse.fromJson(json));
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> ChatChunk.fromJson(json));
	}

	@Test
	void refusesDeepNestingInsteadOfRunningOutOfStack() {
		assertThatExceptionOfType(JacksonException.class)
			.isThrownBy(() -> ChatResponse.fromJson("{\"x\":" + "[".repeat(50_000)));
		assertThatExceptionOfType(JacksonException.class)
			.isThrownBy(() -> ChatResponse.fromJson("{\"choices\":" + "[".repeat(50_000)));
	}

	@ParameterizedTest
	@CsvSource({ "eos, stop", "end_turn, stop", "max_tokens, length", "tool_use, tool_calls", "SAFETY, content_filter",
			"model_length, length", "function_call, function_call", "own_word, own_word" })
	void translatesWhyAnAnswerEnded(String reason, String unified) {
		ChatResponse response = ChatResponse
			.fromJson("{\"choices\":[{\"message\":{\"content\":\"a\"},\"finish_reason\":\"" + reason + "\"}]}");
		assertThat(response.finishReason()).isEqualTo(unified);
		assertThat(response.choices().get(0).nativeFinishReason()).isEqualTo(reason);
	}

	@Test
	void usesTheTextsOfTheChunkBeforeAgain() {
		String json = "{\"id\":\"c1\",\"model\":\"m\",\"system_fingerprint\":\"fp\",\"choices\":[]}";
		ChatChunk before = ChatChunk.fromJson(json);
		try (tools.jackson.core.JsonParser parser = Json.parser(json.replace("fp", "fq"))) {
			parser.nextToken();
			ChatChunk chunk = ChatChunk.read(parser, before);
			assertThat(chunk.id()).isSameAs(before.id());
			assertThat(chunk.model()).isSameAs(before.model());
			assertThat(chunk.extra()).isEqualTo(Map.of("system_fingerprint", "fq"));
		}
	}

	@Test
	void readsWhatStandsAfterATextThatIsNone() {
		String message = "{\"content\":\"x\"}";
		String json = "{\"id\":{\"a\":1},\"model\":[1],\"service_tier\":{\"a\":[]},\"system_fingerprint\":[[]],"
				+ "\"choices\":[{\"finish_reason\":{\"t\":1},\"index\":0,\"message\":" + message + ",\"delta\":"
				+ message + "}]}";
		ChatResponse response = ChatResponse.fromJson(json);
		assertThat(response.content()).isEqualTo("x");
		assertThat(response.id()).isNull();
		assertThat(response.model()).isNull();
		assertThat(response.finishReason()).isNull();
		byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
		ChatChunk before = ChatChunk.fromJson("{\"id\":\"c1\",\"model\":\"m\",\"choices\":[]}");
		ChatChunk chunk = new Documents<>((parser) -> ChatChunk.read(parser, before)).read(bytes, 0, bytes.length);
		assertThat(chunk.content()).isEqualTo("x");
		assertThat(chunk.id()).isNull();
		assertThat(chunk.choices().get(0).finishReason()).isNull();
	}

	@Test
	void readsTextsThatAreNumbers() {
		ChatResponse response = ChatResponse.fromJson("{\"id\":7,\"model\":true,\"choices\":[]}");
		assertThat(response.id()).isEqualTo("7");
		assertThat(response.model()).isEqualTo("true");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " " })
	void takesAnAnswerWithAnEmptyRoleForThatOfAnAssistant(String role) {
		String message = "{\"role\":\"" + role + "\",\"content\":\"hi\"}";
		Message answer = ChatResponse.fromJson("{\"choices\":[{\"message\":" + message + "}]}")
			.choices()
			.get(0)
			.message();
		assertThat(answer.role()).isEqualTo("assistant");
		assertThat(answer.content()).isEqualTo("hi");
		assertThatIllegalArgumentException().isThrownBy(() -> Message.fromJson(message))
			.withMessageContaining("without a role");
	}

}
