package dev.litellm.test;

import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class ChatReplyTests {

	private final ScriptedLlm llm = ScriptedLlm.start();

	private final Client client = new Client(this.llm);

	@AfterEach
	void close() {
		this.llm.close();
	}

	@Test
	void textIsAChatCompletion() {
		this.llm.enqueue(Reply.text("Paris."));
		HttpResponse<String> response = this.client.chat();
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
		assertThat(response.body()).isEqualTo("""
				{"id":"chatcmpl-scripted","object":"chat.completion","created":1735689600,"model":"gpt-4o",\
				"choices":[{"index":0,"message":{"role":"assistant","content":"Paris.","refusal":null},\
				"logprobs":null,"finish_reason":"stop"}],\
				"usage":{"prompt_tokens":5,"completion_tokens":1,"total_tokens":6}}""");
	}

	@Test
	void textIsStreamedWordByWordWhenAskedFor() {
		this.llm.enqueue(Reply.text("one two  three\n"));
		HttpResponse<String> response = this.client.stream();
		assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream; charset=utf-8");
		assertThat(response.body()).isEqualTo(
				chunk("{\"role\":\"assistant\",\"content\":\"\"}", "null") + chunk("{\"content\":\"one\"}", "null")
						+ chunk("{\"content\":\" two\"}", "null") + chunk("{\"content\":\"  three\"}", "null")
						+ chunk("{\"content\":\"\\n\"}", "null") + chunk("{}", "\"stop\"") + "data: [DONE]\n\n");
	}

	private static String chunk(String delta, String finishReason) {
		return "data: {\"id\":\"chatcmpl-scripted\",\"object\":\"chat.completion.chunk\",\"created\":1735689600,"
				+ "\"model\":\"gpt-4o\",\"choices\":[{\"index\":0,\"delta\":" + delta
				+ ",\"logprobs\":null,\"finish_reason\":" + finishReason + "}]}\n\n";
	}

	@Test
	void streamIsJoinedWhenNoneIsAskedFor() {
		this.llm.enqueue(Reply.stream("Hel", "lo"));
		assertThat(this.client.ask()).isEqualTo("Hello");
	}

	@Test
	void streamEndsWithItsUsageWhenAskedFor() {
		this.llm.enqueue(Reply.stream("Hel", "lo").usage(12, 3));
		String body = """
				{"model":"gpt-4o","stream":true,"stream_options":{"include_usage":true},"messages":[]}""";
		List<String> events = Client.events(this.client.send(this.client.post("/chat/completions", body)).body());
		assertThat(events).hasSize(6).last().isEqualTo("[DONE]");
		assertThat(events.subList(0, 4)).allMatch((event) -> event.endsWith(",\"usage\":null}"));
		assertThat(events.get(4))
			.endsWith("\"choices\":[],\"usage\":{\"prompt_tokens\":12,\"completion_tokens\":3,\"total_tokens\":15}}");
	}

	@Test
	void toolCallHasNoContentAndItsOwnFinishReason() {
		this.llm.enqueue(Reply.toolCall("get_weather", "{\"city\":\"Paris\"}").andToolCall("get_time", "{}"));
		JsonNode choice = Client.json(this.client.chat()).at("/choices/0");
		assertThat(choice.path("finish_reason").stringValue()).isEqualTo("tool_calls");
		assertThat(choice.at("/message/content").isNull()).isTrue();
		assertThat(choice.at("/message/tool_calls").toString()).isEqualTo("""
				[{"id":"call_1","type":"function","function":\
				{"name":"get_weather","arguments":"{\\"city\\":\\"Paris\\"}"}},\
				{"id":"call_2","type":"function","function":{"name":"get_time","arguments":"{}"}}]""");
	}

	@Test
	void toolCallIsStreamedNameFirstAndArgumentsBitByBit() {
		this.llm
			.enqueue(Reply.toolCall("get_weather", "{\"city\":\"\uD83D\uDE00aris\"}").andToolCall("get_time", "{}"));
		StringBuilder arguments = new StringBuilder();
		for (String event : Client.events(this.client.stream().body())) {
			JsonNode call = event.startsWith("{") ? Json.parse(Payload.utf8(event)).at("/choices/0/delta/tool_calls/0")
					: Json.object();
			String name = call.at("/function/name").asString("");
			arguments.append(name.isEmpty() ? "" : name + call.path("index"));
			arguments.append(call.at("/function/arguments").asString(""));
		}
		assertThat(arguments).hasToString("get_weather0{\"city\":\"\uD83D\uDE00aris\"}get_time1{}");
	}

	@Test
	void thinksAloudBeforeItAnswers() {
		this.llm.otherwise(Reply.text("Paris.").reasoning("Let me think"));
		assertThat(Client.json(this.client.chat()).at("/choices/0/message/reasoning_content").stringValue())
			.isEqualTo("Let me think");
		String stream = this.client.stream().body();
		assertThat(Client.content(stream)).isEqualTo("Paris.");
		assertThat(stream).containsSubsequence("{\"reasoning_content\":\"Let\"}", "{\"reasoning_content\":\" think\"}",
				"{\"content\":\"Paris.\"}");
	}

	@Test
	void saysWhatItIsToldAboutItself() {
		this.llm.enqueue(Reply.text("Par").id("chatcmpl-7").model("gpt-4o-2024-08-06").finishReason("length"));
		JsonNode answer = Client.json(this.client.chat());
		assertThat(answer.path("id").stringValue()).isEqualTo("chatcmpl-7");
		assertThat(answer.path("model").stringValue()).isEqualTo("gpt-4o-2024-08-06");
		assertThat(answer.at("/choices/0/finish_reason").stringValue()).isEqualTo("length");
	}

	@Test
	void sameReplyAnswersEachModelAsItself() {
		this.llm.otherwise(Reply.text("x"));
		assertThat(Client.json(this.client.chat("a")).path("model").stringValue()).isEqualTo("a");
		assertThat(Client.json(this.client.chat("b")).path("model").stringValue()).isEqualTo("b");
	}

	@Test
	void legacyCompletionHasATextInsteadOfAMessage() {
		this.llm.otherwise(Reply.stream("Hel", "lo"));
		assertThat(this.client.send(this.client.post("/completions", "{\"model\":\"m\",\"prompt\":\"Hi\"}")).body())
			.contains("\"object\":\"text_completion\"", "{\"index\":0,\"text\":\"Hello\",");
		assertThat(Client.events(this.client.send(this.client.post("/completions", "{\"stream\":true}")).body()))
			.hasSize(4)
			.first()
			.asString()
			.contains("{\"index\":0,\"text\":\"Hel\",");
	}

	@Test
	void streamMayEndWithoutDone() {
		this.llm.enqueue(Reply.text("Hi").withoutDone());
		assertThat(this.client.stream().body()).contains("\"finish_reason\":\"stop\"").doesNotContain("[DONE]");
	}

	@Test
	void streamMayEndWithAnError() {
		this.llm.enqueue(Reply.stream("a", "b", "c").errorAfter(2, 503));
		HttpResponse<String> response = this.client.stream();
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(Client.content(response.body())).isEqualTo("ab");
		assertThat(Client.events(response.body())).last()
			.asString()
			.startsWith("{\"error\":{\"message\":\"The server is currently overloaded");
	}

	@Test
	void emptyTextIsAnEmptyAnswer() {
		this.llm.otherwise(Reply.text(""));
		assertThat(this.client.ask()).isEmpty();
		assertThat(Client.events(this.client.stream().body())).hasSize(3);
	}

}
