package dev.litellm.chat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.litellm.call.CallInfo;
import dev.litellm.call.CallOptions;
import dev.litellm.json.Json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests that chat values never change, and refuse what no provider takes.
 */
class ValuesTests {

	@Test
	void keepWhatTheyWereMadeOf() {
		List<Object> list = new ArrayList<>(List.of("a"));
		Map<String, Object> extra = new HashMap<>(Map.of("list", list));
		List<ContentPart> parts = new ArrayList<>(List.of(ContentPart.text("a").with("own", extra)));
		List<Message> messages = new ArrayList<>(List.of(Message.of("user", parts).with("own", extra)));
		Map<String, Object> schema = new HashMap<>(Map.of("type", "object", "x", extra));
		ChatRequest request = ChatRequest.builder("m")
			.messages(messages)
			.tools(Tool.function("f", null, new HashMap<>(schema)))
			.extra("own", extra)
			.build();
		String before = request.toJson();
		list.add("b");
		extra.put("more", 1);
		parts.clear();
		messages.clear();
		schema.clear();
		assertThat(request.toJson()).isEqualTo(before);
		assertThat(ChatRequest.fromJson(before)).isEqualTo(request);
		assertThat(request.withModel("n").parameters()).isSameAs(request.parameters());
	}

	static Stream<ThrowingCallable> changes() {
		ChatRequest request = ChatRequest.fromJson(Samples.requests().get("tools"));
		ChatResponse response = ChatResponse.fromJson(Samples.responses("none").get("whole"));
		ChatChunk chunk = ChatChunk.fromJson(
				"{\"x\":{},\"choices\":[{\"delta\":{\"y\":[],\"tool_calls\":[{}]}},{\"index\":1}],\"usage\":{\"z\":{}}}");
		return Stream.of(() -> request.messages().clear(), () -> request.parameters().put("a", 1),
				() -> request.messages().get(1).toolCalls().clear(), () -> request.tools().get(0).extra().put("a", 1),
				() -> request.messages().get(1).extra().put("a", 1), () -> response.choices().clear(),
				() -> response.extra().put("a", 1), () -> response.usage().extra().put("a", 1),
				() -> response.usage().promptTokensDetails().put("a", 1),
				() -> response.choices().get(0).extra().put("a", 1), () -> chunk.choices().clear(),
				() -> chunk.extra().put("a", 1), () -> chunk.choices().get(0).delta().extra().put("a", 1),
				() -> chunk.choices().get(0).delta().toolCalls().clear(),
				() -> new Delta(null, null, null, new ArrayList<>(), new ArrayList<>(), new HashMap<>()).toolCalls()
					.add(ToolCall.function("a", "b", "{}")));
	}

	@ParameterizedTest
	@MethodSource("changes")
	void cannotBeChanged(ThrowingCallable change) {
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(change);
	}

	static Stream<Arguments> refusals() {
		List<Message> hi = List.of(Message.user("Hi"));
		return Stream.of(
				refusal(() -> ChatRequest.builder(" ").messages(hi).build(), "'model' is blank", "openai/gpt-4o"),
				refusal(() -> ChatRequest.builder("m").build(), "'messages' is empty", "give at least one"),
				refusal(() -> new ChatRequest("m", Arrays.asList(hi.get(0), null), Map.of(), CallOptions.none()),
						"'messages[1]' is null", "leave it out"),
				refusal(() -> ChatRequest.builder("m").maxTokens(0), "'max_tokens' is 0", "at least 1"),
				refusal(() -> ChatRequest.builder("m").temperature(-0.5), "'temperature' is -0.5", "at least 0"),
				refusal(() -> ChatRequest.builder("m").temperature(Double.NaN), "'temperature' is NaN"),
				refusal(() -> ChatRequest.builder("m").topP(1.5), "'top_p' is 1.5", "from 0 to 1"),
				refusal(() -> ChatRequest.builder("m").messages(hi).extra("own", Map.of("a", Double.NaN)).build(),
						"'own.a' is NaN", "finite"),
				refusal(() -> ChatRequest.builder("m").messages(hi).extra("own", new Object()).build(),
						"'own' is a java.lang.Object", "map, list, text, number or boolean"),
				refusal(() -> ChatRequest.builder("m").extra(" ", 1), "'parameter name' is blank"),
				refusal(() -> Message.user((String) null), "Message of role 'user' has null", "give a text"),
				refusal(() -> Message.user(ContentPart.text("a"), null),
						"Message of role 'user' has a null content part"),
				refusal(() -> Message.of("user", List.of()), "empty list", "at least one part"),
				refusal(() -> Message.of(" ", "a"), "Message without a role", "system, developer, user"),
				refusal(() -> Message.tool("", "a"), "'tool_call_id' is blank"),
				refusal(() -> Message.tool("a", null), "'tool message: content' is null"),
				refusal(() -> ContentPart.text(null), "'content.text' is null"),
				refusal(() -> ContentPart.image(""), "'content.image_url.url' is blank"),
				refusal(() -> ContentPart.image(new byte[0], "image/png"), "'content.image_url.url' has no bytes"),
				refusal(() -> ContentPart.file("a", new byte[1], "pdf"), "is of type 'pdf'", "application/pdf"),
				refusal(() -> ContentPart.audio("AA", " "), "'content.input_audio.format' is blank"),
				refusal(() -> ContentPart.file("a", null), "'content.file.file_data' is null"),
				refusal(() -> Tool.function(" ", "d", Map.of()), "Tool without a name"),
				refusal(() -> Tool.of(null, Map.of()), "'tools.type' is null", "function"),
				refusal(() -> ToolCall.function("a", "", "{}"), "'tool_calls.function.name' is blank"),
				refusal(() -> ChatRequest.fromJson("[]"), "JSON object with 'model' and 'messages'"),
				refusal(() -> ChatRequest.fromJson("{\"model\":"), "not valid JSON"),
				refusal(() -> ChatRequest.fromJson("{\"model\":\"a\",\"model\":\"b\"}"), "'model' twice"),
				refusal(() -> ChatRequest.fromJson("{\"model\":\"a\",\"messages\":[1]}"),
						"'messages[0]' is not an object"),
				refusal(() -> ChatRequest.fromJson("{\"model\":\"a\",\"messages\":[{}],\"tools\":[1]}"),
						"'tools[0]' is not an object"),
				refusal(() -> ChatRequest.fromJson("{\"model\":\"a\",\"x\":" + "[".repeat(9999)), "not valid JSON"));
	}

	private static Arguments refusal(ThrowingCallable code, String... words) {
		return arguments(code, words);
	}

	@ParameterizedTest
	@MethodSource("refusals")
	void sayWhatIsWrongAndHowToMendIt(ThrowingCallable code, String[] words) {
		assertThatIllegalArgumentException().isThrownBy(code)
			.satisfies((refused) -> assertThat(refused).message().contains(words));
	}

	@Test
	void areEqualWhereTheirContentIs() {
		assertThat(Message.user("a")).isEqualTo(Message.user("a")).isNotEqualTo(Message.user("b"));
		assertThat(ContentPart.text("a").with("x", List.of(1)))
			.isEqualTo(new ContentPart.Text("a", Map.of("x", List.of(1))))
			.hasSameHashCodeAs(new ContentPart.Text("a", Map.of("x", List.of(1))));
		assertThat(ChatResponse.fromJson("{\"x\":{\"y\":[1]}}")).isEqualTo(new ChatResponse(null, 0, null, List.of(),
				null, null, null, Map.of("x", Map.of("y", List.of(1))), CallInfo.empty()));
	}

	@Test
	void takeToolsAsMapsToo() {
		ChatRequest request = ChatRequest.builder("m")
			.messages(Message.user("Hi"))
			.extra("tools", List.of(Map.of("type", "function", "function", Map.of("name", "f"))))
			.build();
		assertThat(request.tools()).containsExactly(Tool.function("f", null, null));
	}

	@Test
	void writeAMemberThatIsGivenAgainOnce() {
		assertThat(Message.user("a").with("content", "b").with("tool_calls", "c").toJson())
			.isEqualTo("{\"role\":\"user\",\"content\":\"b\",\"tool_calls\":\"c\"}");
		assertThat(Message.fromJson("{\"role\":5,\"content\":\"a\"}").toJson())
			.isEqualTo("{\"content\":\"a\",\"role\":5}");
		Tool tool = new Tool("function", "f", "F", null, true, Map.of("strict", false), Map.of());
		assertThat(Json.text(tool))
			.isEqualTo("{\"type\":\"function\",\"function\":{\"name\":\"f\",\"description\":\"F\",\"strict\":false}}");
		assertThat(Json.text(tool.with("function", Map.of("name", "g"))))
			.isEqualTo("{\"type\":\"function\",\"function\":{\"name\":\"g\"}}");
	}

}
