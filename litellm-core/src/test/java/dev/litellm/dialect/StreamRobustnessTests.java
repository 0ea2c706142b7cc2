package dev.litellm.dialect;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;

import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.Message;
import dev.litellm.transport.EventStreams;
import dev.litellm.transport.Framing;
import dev.litellm.transport.Playback;

/**
 * Tests that the streams of every format, in every frame that they come in, are read the
 * same however they are cut, are never taken for whole where they are not, and fail in
 * one way only where they are spoiled.
 */
class StreamRobustnessTests {

	private static final String MAPPING = "{\"inferenceProviderMapping\": {\"novita\": {\"status\": \"live\","
			+ " \"providerId\": \"llama\", \"task\": \"conversational\"}}}";

	private static final String PREDICTION = "{\"id\": \"p1\", \"status\": \"starting\","
			+ " \"urls\": {\"stream\": \"https://stream.example/p1\"}}";

	private static final List<StreamTrial> STREAMS = streams().toList();

	private static Stream<StreamTrial> streams() {
		return Stream
			.of(of("a2a/agent", "a2a"), of("anthropic/claude-sonnet-4-5", "anthropic"),
					of("vertex_ai/claude-sonnet-4-5", "anthropic"), of("azure_ai/claude-sonnet-4-5", "anthropic"),
					of("bedrock/invoke/anthropic.claude-sonnet-4-20250514-v1:0", "anthropic",
							StreamRobustnessTests::chunks),
					of("bedrock/anthropic.claude-sonnet-4-20250514-v1:0", "bedrock", StreamRobustnessTests::named),
					of("bedrock/invoke/amazon.nova-pro-v1:0", "bedrock", StreamRobustnessTests::chunks),
					of("bedrock/openai/arn:aws:bedrock:us-east-1:1:imported-model/m", "openai",
							StreamRobustnessTests::chunks),
					of("cohere/command-a-03-2025", "cohere_chat"), of("gemini/gemini-3-flash", "gemini"),
					of("vertex_ai/gemini-3-flash", "gemini"), of("gigachat/GigaChat-2-Pro", "gigachat"),
					of("huggingface/novita/meta/llama", "openai", StreamRobustnessTests::bytes, MAPPING),
					of("langgraph/agent", "langgraph"), of("oci/meta.llama-3.3-70b-instruct", "oci"),
					of("oci/cohere.command-r-plus", "oci"), of("oci/cohere.command-a-reasoning", "oci"),
					of("chatgpt/gpt-5.4", "responses"), of("github_copilot/gpt-4o", "openai"),
					of("ollama/llama3.2", "ollama_chat"), of("openai/gpt-4o", "openai"),
					of("openai/gpt-5-pro", "responses"), of("azure/gpt-4o", "openai"), of("azure_ai/llama", "openai"),
					of("vertex_ai/mistral-large-2411", "openai"),
					of("vertex_ai/meta/llama-3.3-70b-instruct-maas", "openai"),
					of("databricks/databricks-gpt-oss-120b", "databricks"), of("snowflake/llama3.1-70b", "openai"),
					of("snowflake/claude-sonnet-4-5", "anthropic"), of("watsonx/ibm/granite-3", "openai"),
					of("watsonx_text/ibm/granite-3", "watsonx_text"), of("predibase/llama", "predibase"),
					of("replicate/meta/llama", "replicate", StreamRobustnessTests::bytes, PREDICTION),
					of("sagemaker/endpoint", "predibase", StreamRobustnessTests::parts),
					of("sagemaker_chat/endpoint", "openai", StreamRobustnessTests::parts),
					of("sagemaker_nova/endpoint", "openai", StreamRobustnessTests::parts), of("sap/gpt-4o", "sap"),
					of("text-completion-openai/gpt-3.5-turbo-instruct", "completions"), of("triton/llama", "triton"))
			.flatMap((streams) -> streams);
	}

	private static Stream<StreamTrial> of(String model, String samples) {
		return of(model, samples, StreamRobustnessTests::bytes);
	}

	/**
	 * Stream the samples of a format.
	 * @param model the model that is asked
	 * @param samples the folder of the samples
	 * @param frames puts a sample into the frames that the provider sends
	 * @param before the answers to what is asked before
	 */
	private static Stream<StreamTrial> of(String model, String samples, Function<String, byte[]> frames,
			String... before) {
		ChatRequest request = ChatRequest.builder(model).messages(Message.user("Where is the Louvre?")).build();
		return StreamSamples.of(samples).all().stream().map((sample) -> {
			byte[] stream = frames.apply(sample);
			Framing framing = (stream[0] == 0) ? Framing.AWS_EVENT_STREAM
					: (stream[0] == '{') ? Framing.NDJSON : Framing.SSE;
			Playback playback = new Playback();
			for (String answer : before) {
				playback.add(200, "application/json", bytes(answer));
			}
			playback.add(200, framing.mediaType(), stream);
			return Objects.requireNonNull(
					StreamTrial.of(model, playback, (network) -> Offline.client(network).completionStream(request)),
					model);
		});
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/** Each line's only member is an event of its own. */
	private static byte[] named(String lines) {
		return EventStreams.join(lines.lines().map((line) -> {
			int colon = line.indexOf(':');
			return EventStreams.event(line.substring(2, colon - 1), line.substring(colon + 1, line.length() - 1));
		}).toArray(byte[][]::new));
	}

	/** Each event of the maker's is in Base64 within an event of Bedrock's. */
	private static byte[] chunks(String stream) {
		return EventStreams.join(stream.lines()
			.map((line) -> line.startsWith("data:") ? line.substring("data:".length()).strip() : line)
			.filter((line) -> line.startsWith("{"))
			.map((event) -> EventStreams.event("chunk",
					"{\"bytes\":\"" + Base64.getEncoder().encodeToString(bytes(event)) + "\",\"p\":\"ab\"}"))
			.toArray(byte[][]::new));
	}

	/** The maker's events are cut into parts anywhere. */
	private static byte[] parts(String stream) {
		byte[] bytes = bytes(stream);
		List<byte[]> parts = new ArrayList<>();
		for (int from = 0; from < bytes.length; from += 97) {
			parts.add(EventStreams.message(Map.of(":event-type", "PayloadPart", ":message-type", "event"),
					Arrays.copyOfRange(bytes, from, Math.min(from + 97, bytes.length))));
		}
		return EventStreams.join(parts.toArray(byte[][]::new));
	}

	@TestFactory
	Stream<DynamicTest> comesToTheSameCutAtAnyByte() {
		return forEach((stream) -> stream.checkCuts(Integer.MAX_VALUE));
	}

	@TestFactory
	Stream<DynamicTest> failsWithThePartWhereItEndsBeforeTheAnswerDoes() {
		return forEach(StreamTrial::checkCutOffs);
	}

	@TestFactory
	Stream<DynamicTest> failsInOneWayOnlyWhateverItsFramesHold() {
		return forEach((stream) -> stream.checkSpoiled(300));
	}

	@TestFactory
	Stream<DynamicTest> tellsTheSameWhereItsEventsHoldWhatNobodyKnows() {
		return DynamicTest.stream(STREAMS.stream().filter((stream) -> !stream.toString().startsWith("replicate/")),
				StreamTrial::toString, (stream) -> stream.checkUnheard(100));
	}

	@TestFactory
	Stream<DynamicTest> isReadInTimeHoweverLongItsTextsAre() {
		return forEach(StreamTrial::checkLong);
	}

	private static Stream<DynamicTest> forEach(ThrowingConsumer<StreamTrial> test) {
		return DynamicTest.stream(STREAMS.stream(), StreamTrial::toString, test);
	}

}
