package dev.litellm.engine;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import dev.litellm.LlmClient;
import dev.litellm.Models;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.ToolCall;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for what a stream comes to, and at which pace.
 */
class StreamShapeTests {

	private static final String DONE = "data: [DONE]\n\n";

	private final ScriptedLlm llm = ScriptedLlm.start();

	private final LlmClient client = Models.builder(this.llm).build();

	@AfterEach
	void close() {
		this.llm.close();
	}

	@Test
	void joinsContentAndReasoning() {
		this.llm.otherwise(Reply.sse(delta("\"role\":\"assistant\",\"reasoning_content\":\"Let me \""),
				delta("\"reasoning_content\":\"think.\""), delta("\"content\":\"Par\""), delta("\"content\":\"is.\""),
				finish("stop"), DONE));
		ChatResponse response = response();
		assertThat(response.content()).isEqualTo("Paris.");
		assertThat(response.choices().get(0).message().reasoningContent()).isEqualTo("Let me think.");
		assertThat(response.finishReason()).isEqualTo("stop");
	}

	@Test
	void joinsParallelToolCallsByTheirIndex() {
		this.llm
			.otherwise(Reply.sse(call("\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"one\",\"arguments\":\"\"}"),
					call("\"index\":1,\"id\":\"b\",\"function\":{\"name\":\"two\",\"arguments\":\"\"}"),
					call("\"index\":1,\"function\":{\"arguments\":\"{\\\"y\\\":\"}"),
					call("\"index\":0,\"function\":{\"arguments\":\"{\\\"x\\\":1}\"}"),
					call("\"index\":1,\"function\":{\"arguments\":\"2}\"}"), finish("tool_calls"), DONE));
		assertThat(response().toolCalls()).extracting(ToolCall::id, ToolCall::name, ToolCall::arguments)
			.containsExactly(tuple("a", "one", "{\"x\":1}"), tuple("b", "two", "{\"y\":2}"));
	}

	@Test
	void joinsToolCallsWithoutIndexesByTheirIds() {
		this.llm.otherwise(Reply.sse(call("\"id\":\"a\",\"function\":{\"name\":\"one\",\"arguments\":\"{\"}"),
				call("\"function\":{\"arguments\":\"}\"}"),
				call("\"id\":\"b\",\"function\":{\"name\":\"two\",\"arguments\":\"{}\"}"), finish("tool_calls"), DONE));
		assertThat(response().toolCalls()).extracting(ToolCall::id, ToolCall::arguments)
			.containsExactly(tuple("a", "{}"), tuple("b", "{}"));
	}

	@Test
	void keepsSeveralChoicesApart() {
		this.llm.otherwise(Reply.sse(choice(1, "lait"), choice(0, "ca"), choice(0, "fé"), finish("stop"),
				"data: {\"choices\":[{\"index\":1,\"delta\":{},\"finish_reason\":\"length\"}]}\n\n", DONE));
		ChatResponse response = response();
		assertThat(response.choices()).extracting((choice) -> choice.message().text()).containsExactly("café", "lait");
		assertThat(response.choices()).extracting((choice) -> choice.finishReason()).containsExactly("stop", "length");
	}

	@Test
	void takesTheUsageOfALastChunkWithoutChoices() {
		this.llm.otherwise(Reply.sse(choice(0, "Paris."), finish("stop"),
				"data: {\"choices\":[],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":2,\"total_tokens\":5}}\n\n",
				DONE));
		assertThat(response().usage().totalTokens()).isEqualTo(5);
	}

	@Test
	void takesTheUsageThatComesAfterTheFinishReasonWithoutDone() {
		this.llm.otherwise(Reply.sse(choice(0, "Paris."), finish("stop"),
				"data: {\"choices\":[],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":2,\"total_tokens\":5}}\n\n"));
		assertThat(response().usage().totalTokens()).isEqualTo(5);
	}

	@Test
	void keepsWhatItDoesNotKnow() {
		this.llm.otherwise(Reply
			.sse("data: {\"id\":\"c1\",\"created\":7,\"model\":\"gpt-4o-2024\",\"system_fingerprint\":\"fp\",\"flavour\":\"mint\","
					+ "\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hi\"},\"logprobs\":{\"content\":[1]}}]}\n\n",
					finish("stop"), DONE));
		ChatResponse response = response();
		assertThat(response.id()).isEqualTo("c1");
		assertThat(response.created()).isEqualTo(7);
		assertThat(response.model()).isEqualTo("gpt-4o-2024");
		assertThat(response.systemFingerprint()).isEqualTo("fp");
		assertThat(response.extra()).containsEntry("flavour", "mint");
		assertThat(response.choices().get(0).extra()).containsKey("logprobs");
	}

	@Test
	void comesToTheSameHoweverTheBytesAreCut() {
		Reply reply = Reply.stream("Crème ", "brûlée ", "🙂").usage(3, 4);
		for (int size : new int[] { 1, 2, 3, 7, 64 }) {
			this.llm.enqueue(reply.splitEvery(size));
			ChatResponse response = response();
			assertThat(response.content()).isEqualTo("Crème brûlée 🙂");
		}
	}

	@Test
	void givesAsManyChunksAsAreAskedFor() {
		this.llm.otherwise(Reply.stream("a", "b", "c"));
		StepVerifier.create(this.client.chat("gpt-4o").user("Hi").stream().content(), 0)
			.expectSubscription()
			.thenRequest(1)
			.expectNext("a")
			.thenRequest(1)
			.expectNext("b")
			.thenRequest(2)
			.expectNext("c")
			.expectComplete()
			.verify(Duration.ofSeconds(5));
	}

	@Test
	void keepsAllOfALongStreamForASlowReader() {
		String[] pieces = new String[2000];
		for (int i = 0; i < pieces.length; i++) {
			pieces[i] = i + " ";
		}
		this.llm.otherwise(Reply.stream(pieces));
		List<String> read = this.client.chat("gpt-4o")
			.user("Hi")
			.stream()
			.content()
			.limitRate(1)
			.publishOn(Schedulers.boundedElastic(), 1)
			.collectList()
			.block(Duration.ofSeconds(30));
		assertThat(read).containsExactly(pieces);
	}

	private ChatResponse response() {
		return this.client.chat("gpt-4o").user("Hi").stream().response().block();
	}

	private static String delta(String fields) {
		return "data: {\"choices\":[{\"index\":0,\"delta\":{" + fields + "}}]}\n\n";
	}

	private static String call(String fields) {
		return delta("\"tool_calls\":[{" + fields + "}]");
	}

	private static String choice(int index, String text) {
		return "data: {\"choices\":[{\"index\":" + index + ",\"delta\":{\"content\":\"" + text + "\"}}]}\n\n";
	}

	private static String finish(String reason) {
		return "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"" + reason + "\"}]}\n\n";
	}

}
