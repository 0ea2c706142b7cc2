package dev.litellm.dialect.copilot;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.litellm.LlmClient;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.chat.ToolCall;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;

class CopilotTests {

	private static final String MODEL = "github_copilot/gpt-4o";

	private final ScriptedLlm llm = ScriptedLlm.start()
		.whenPath("/v2/token", Reply.json("{\"token\":\"tid=one\",\"refresh_in\":1500}"))
		.otherwise(Reply.text("hello"));

	private final LlmClient client = LlmClient.builder()
		.environment((name) -> null)
		.provider("github_copilot",
				(spec) -> spec.apiKey("sk-test")
					.option("token-url", this.llm.url() + "/v2/token")
					.baseUrl(this.llm.url()))
		.build();

	@AfterEach
	void stop() {
		this.llm.close();
	}

	@Test
	void tellsWhoAsks() {
		this.client.chat(MODEL).system("Be brief.").user("hi").call().content();
		RecordedRequest request = last();
		assertThat(request.header("X-Initiator")).isEqualTo("user");
		assertThat(request.header("Copilot-Integration-Id")).isEqualTo("vscode-chat");
		assertThat(request.header("X-Request-Id")).hasSize(36);
		assertThat(request.text("/messages/0/role")).isEqualTo("system");
	}

	@Test
	void tellsThatAnAgentGoesOn() {
		this.client
			.completionStream(ChatRequest.builder(MODEL)
				.messages(Message.user("Weather?"),
						Message.assistant(List.of(ToolCall.function("call_1", "weather", "{}"))),
						Message.tool("call_1", "21"))
				.build())
			.blockLast();
		assertThat(last().header("X-Initiator")).isEqualTo("agent");
	}

	@Test
	void tellsThatThereArePictures() {
		this.client.chat(MODEL).user("hi").call().content();
		assertThat(last().header("Copilot-Vision-Request")).isNull();
		this.client.completion(MODEL, List.of(Message.user(ContentPart.text("What is it?"),
				ContentPart.image("data:image/png;base64,iVBORw0KGgo="))));
		assertThat(last().header("Copilot-Vision-Request")).isEqualTo("true");
	}

	@Test
	void aHeaderOfTheCallsOwnGoesFirst() {
		this.client.chat(MODEL).header("x-initiator", "agent").user("hi").call().content();
		assertThat(last().header("X-Initiator")).isEqualTo("agent");
	}

	@Test
	void asksModelsThatKnowResponsesAloneThere() {
		this.llm.whenPath("/responses", Reply.json("""
				{"id": "resp_1", "object": "response", "status": "completed", "model": "gpt-5.3-codex", "output": [
				{"type": "message", "role": "assistant", "content": [{"type": "output_text", "text": "hello"}]}]}"""));
		assertThat(this.client.chat("github_copilot/gpt-5.3-codex").user("hi").call().content()).isEqualTo("hello");
		assertThat(last().path()).isEqualTo("/responses");
		assertThat(last().header("X-Initiator")).isEqualTo("user");
	}

	@Test
	void makesEmbeddings() {
		this.llm.whenPath("/embeddings", Reply.embedding(new float[] { 1, 2 }));
		assertThat(this.client.embeddings("github_copilot/text-embedding-3-small").input("a").call().vectors())
			.hasSize(1);
	}

	private RecordedRequest last() {
		return this.llm.requests().get(this.llm.requests().size() - 1);
	}

}
