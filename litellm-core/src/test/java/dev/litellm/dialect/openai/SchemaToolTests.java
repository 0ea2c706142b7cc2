package dev.litellm.dialect.openai;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.litellm.ChatStream;
import dev.litellm.LlmClient;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Tool;
import dev.litellm.dialect.ScriptedTests;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for answers by a schema from models that cannot be held to one.
 */
class SchemaToolTests extends ScriptedTests {

	private static final String MODEL = "groq/llama-3.3-70b-versatile";

	private static final Map<String, Object> CITY = Map.of("type", "object", "properties",
			Map.of("name", Map.of("type", "string")));

	private static final Tool WEATHER = Tool.function("get_weather", "Weather", Map.of("type", "object"));

	private final LlmClient client = LlmClient.builder()
		.provider("groq", (provider) -> provider.baseUrl(this.llm.baseUrl()).apiKey("sk-test"))
		.build();

	@Test
	void asksForTheInputOfAToolAndTellsItAsText() {
		this.llm.enqueue(Reply.toolCall("json_tool_call", "{\"name\": \"Paris\"}"));
		ChatResponse response = this.client.chat(MODEL).user("Paris").jsonSchema("city", CITY).call().response();
		assertThat(response.content()).isEqualTo("{\"name\": \"Paris\"}");
		assertThat(response.toolCalls()).isEmpty();
		assertThat(response.finishReason()).isEqualTo("stop");
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/tools/0/function/name")).isEqualTo("json_tool_call");
		assertThat(request.text("/tools/0/function/parameters/properties/name/type")).isEqualTo("string");
		assertThat(request.text("/tool_choice/function/name")).isEqualTo("json_tool_call");
		assertThat(request.at("/response_format").isMissingNode()).isTrue();
	}

	@Test
	void streamsTheInputAsText() {
		this.llm.enqueue(Reply.toolCall("json_tool_call", "{\"name\": \"Paris\"}"));
		ChatStream stream = this.client.chat(MODEL).user("Paris").jsonSchema("city", CITY).stream();
		ChatResponse response = stream.response().block();
		assertThat(response.content()).isEqualTo("{\"name\": \"Paris\"}");
		assertThat(response.toolCalls()).isEmpty();
		assertThat(response.finishReason()).isEqualTo("stop");
		assertThat(this.llm.takeRequest().isStream()).isTrue();
	}

	@Test
	void wrapsAnAnswerThatIsNoObject() {
		Map<String, Object> names = Map.of("type", "array", "items", Map.of("type", "string"));
		Reply reply = Reply.toolCall("json_tool_call", "{\"value\":[\"Paris\",\"Lyon\"]}");
		this.llm.enqueue(reply, reply);
		assertThat(this.client.chat(MODEL).user("Cities").jsonSchema("names", names).call().content())
			.isEqualTo("[\"Paris\",\"Lyon\"]");
		assertThat(this.llm.takeRequest().text("/tools/0/function/parameters/properties/value/type"))
			.isEqualTo("array");
		assertThat(this.client.chat(MODEL).user("Cities").jsonSchema("names", names).stream().response().block())
			.extracting(ChatResponse::content)
			.isEqualTo("[\"Paris\",\"Lyon\"]");
	}

	@Test
	void letsToolsBeCalledBesides() {
		this.llm.enqueue(Reply.toolCall("get_weather", "{}"), Reply.toolCall("json_tool_call", "{\"name\":\"Paris\"}"));
		ChatResponse calls = ask();
		assertThat(calls.toolCalls()).singleElement().matches((call) -> "get_weather".equals(call.name()));
		assertThat(calls.finishReason()).isEqualTo("tool_calls");
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.at("/tools").size()).isEqualTo(2);
		assertThat(request.text("/tool_choice")).isEqualTo("required");
		assertThat(ask().content()).isEqualTo("{\"name\":\"Paris\"}");
	}

	private ChatResponse ask() {
		return this.client.chat(MODEL).user("Paris").tools(List.of(WEATHER)).jsonSchema("city", CITY).call().response();
	}

	@Test
	void asksForJsonWholeWhereTheProviderDoesNotStreamIt() {
		this.llm.enqueue(Reply.text("{}"));
		ChatResponse response = this.client.chat("groq/openai/gpt-oss-120b")
			.user("Paris")
			.jsonSchema("city", CITY)
			.stream()
			.response()
			.block();
		assertThat(response.content()).isEqualTo("{}");
		assertThat(response.finishReason()).isEqualTo("stop");
		assertThat(response.info().notes()).singleElement().asString().contains("groq does not stream JSON");
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.isStream()).isFalse();
		assertThat(request.text("/response_format/json_schema/name")).isEqualTo("city");
	}

}
