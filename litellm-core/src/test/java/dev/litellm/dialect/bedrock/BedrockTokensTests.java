package dev.litellm.dialect.bedrock;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;

import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.Message;
import dev.litellm.dialect.Offline;
import dev.litellm.error.FailureException;
import dev.litellm.json.Json;
import dev.litellm.transport.EventStreams;
import dev.litellm.transport.Playback;
import dev.litellm.transport.Reception;
import dev.litellm.transport.Tap;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that nothing is made of what stands in the events of Bedrock's streams and is not
 * asked for, as it would be if they were read as trees.
 */
class BedrockTokensTests {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private static final int EVENTS = 500;

	/** A tree of many parts, and a text of its length. */
	private static final String TREE = "[" + "{'a':['b']},".repeat(20) + "0]";

	private static final String TEXT = "'" + "a".repeat(TREE.length() - 2) + "'";

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			bedrock/anthropic.claude-3 | {'contentBlockIndex':0,'delta':{'text':'Paris'},'p':%s}
			bedrock/anthropic.claude-3 | {'p':%s,'delta':{'text':'Paris'},'contentBlockIndex':0}
			bedrock/anthropic.claude-3 | {'contentBlockIndex':0,'delta':{'reasoningContent':{'text':'Hm','p':%s}}}
			bedrock/anthropic.claude-3 | {'contentBlockIndex':0,'delta':{'toolUse':{'input':'{}','p':%s}}}
			bedrock/cohere.command-r-v1:0 | {'event_type':'text-generation','text':'Paris','p':%s}
			bedrock/cohere.command-r-v1:0 | {'event_type':'tool-calls-generation','tool_calls':[{'name':'a','p':%s}]}
			bedrock/cohere.command-r-v1:0 | {'response':{'chat_history':%s},'event_type':'search-results'}""")
	void makesNothingOfWhatIsNotAskedFor(String model, String event) {
		Reception reception = reception(model);
		byte[] texts = stream(model, event.formatted(TEXT));
		byte[] trees = stream(model, event.formatted(TREE));
		assertThat(least(() -> read(reception, trees)) - least(() -> read(reception, texts)))
			.isLessThan(EVENTS * least(() -> Json.read(TREE.replace('\'', '"'))) / 2);
	}

	private static Reception reception(String model) {
		Tap tap = new Tap(new Playback().add(200, Bedrock.EVENT_STREAM, new byte[0]));
		ChatRequest request = ChatRequest.builder(model).messages(Message.user("Where?")).build();
		Offline.client(tap).completionStream(request).onErrorResume((ex) -> Flux.empty()).blockLast();
		List<Reception> receptions = tap.receptions();
		return receptions.get(receptions.size() - 1);
	}

	private static byte[] stream(String model, String event) {
		String json = event.replace('\'', '"');
		byte[] message = model.contains("cohere")
				? EventStreams.event("chunk", "{\"bytes\":\""
						+ Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8)) + "\"}")
				: EventStreams.event("contentBlockDelta", json);
		return EventStreams.join(Collections.nCopies(EVENTS, message).toArray(byte[][]::new));
	}

	/** What is done for the first time only adds. */
	private static long least(Runnable work) {
		return LongStream.generate(() -> allocated(work)).limit(4).min().orElseThrow();
	}

	private static long allocated(Runnable work) {
		long before = THREADS.getCurrentThreadAllocatedBytes();
		work.run();
		return THREADS.getCurrentThreadAllocatedBytes() - before;
	}

	private static void read(Reception reception, byte[] stream) {
		try {
			reception.read(reception.head(), stream, (chunk) -> {
			});
		}
		catch (FailureException ex) {
			// it has no end
		}
	}

}
