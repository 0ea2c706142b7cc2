package dev.litellm.dialect;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;

import com.sun.management.ThreadMXBean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import reactor.core.publisher.Flux;

import dev.litellm.LlmClient;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.Message;
import dev.litellm.chat.Tool;
import dev.litellm.chat.ToolCall;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.error.LlmException;
import dev.litellm.transport.BodyReader;
import dev.litellm.transport.Transport;
import dev.litellm.transport.WireHead;
import dev.litellm.transport.WireRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that conversations write themselves in each format, without a tree between: what
 * one more turn of two messages costs stays near the bytes that it comes to. Trees of
 * maps cost up to 1,050 bytes more for a turn of text, and up to 4,500 where it calls a
 * tool.
 */
class ConversationCostTests {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	static final List<String> MODELS = List.of("openai/gpt-4o", "openai/o1-pro", "anthropic/claude-sonnet-4-5",
			"gemini/gemini-2.5-flash", "bedrock/us.amazon.nova-pro-v1:0", "bedrock/invoke/cohere.command-r-v1:0",
			"bedrock/invoke/anthropic.claude-sonnet-4-20250514-v1:0", "cohere/command-a-03-2025", "ollama/llama3.2",
			"oci/meta.llama-3.3-70b-instruct", "oci/cohere.command-r-plus", "oci/cohere.command-a-03-2025");

	private static final int FEW = 100;

	private static final int MANY = 600;

	private long sent;

	@ParameterizedTest
	@FieldSource("MODELS")
	void aMessageCostsLittleMoreThanItsBytes(String model) {
		long cost = cost(model, (i) -> List.of(Message.user("What about " + i + "?"), Message.assistant("Yes, " + i)));
		assertThat(cost).isLessThan(800);
	}

	@ParameterizedTest
	@FieldSource("MODELS")
	void aCallOfAToolCostsLittleMoreThanItsBytes(String model) {
		long cost = cost(model,
				(i) -> List.of(
						Message.assistant(List.of(ToolCall.function("call_" + i, "weather", "{\"city\":\"Paris\"}"))),
						Message.tool("call_" + i, "It is " + i)));
		assertThat(cost).isLessThan(1900);
	}

	/** What each further turn allocates beyond three times its bytes, in bytes. */
	private long cost(String model, Function<Integer, List<Message>> turn) {
		ChatRequest few = request(model, FEW, turn);
		ChatRequest many = request(model, MANY, turn);
		LlmClient client = Offline.client(new Refusal());
		long before = least(client, few);
		long bytes = this.sent;
		assertThat(bytes).isPositive();
		long after = least(client, many);
		bytes = this.sent - bytes;
		return (after - before - 3 * bytes) / (MANY - FEW);
	}

	private static ChatRequest request(String model, int turns, Function<Integer, List<Message>> turn) {
		List<Message> messages = new ArrayList<>(List.of(Message.user("Hi")));
		for (int i = 0; i < turns; i++) {
			messages.addAll(turn.apply(i));
		}
		messages.add(Message.user("Bye"));
		return ChatRequest.builder(model)
			.messages(messages)
			.tools(Tool.function("weather", "Tells the weather", Map.of("type", "object", "properties", Map.of())))
			.build();
	}

	private static long least(LlmClient client, ChatRequest request) {
		return LongStream.generate(() -> allocated(client, request)).limit(30).min().orElseThrow();
	}

	private static long allocated(LlmClient client, ChatRequest request) {
		long before = THREADS.getCurrentThreadAllocatedBytes();
		try {
			client.completion(request);
		}
		catch (LlmException ex) {
			// as expected
		}
		return THREADS.getCurrentThreadAllocatedBytes() - before;
	}

	/**
	 * A transport that measures bodies and refuses them.
	 */
	private final class Refusal implements Transport {

		@Override
		public <T> Flux<List<T>> exchange(WireRequest request, @Nullable Duration connectTimeout,
				Function<WireHead, BodyReader<T>> reader) {
			ConversationCostTests.this.sent = request.body().length();
			return Flux.error(Failure.of(ErrorKind.BAD_REQUEST, "not here").asException());
		}

	}

}
