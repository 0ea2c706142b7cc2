package dev.litellm.benchmarks.client;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the raw clients send and read: the records that somebody writes who needs the text
 * and nothing else.
 */
final class Wire {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static final ObjectWriter REQUEST = MAPPER.writerFor(Request.class);

	private static final ObjectReader COMPLETION = MAPPER.readerFor(Completion.class);

	private static final ObjectReader CHUNK = MAPPER.readerFor(Chunk.class);

	/** The data of the last event of a stream. */
	static final String DONE = "[DONE]";

	private Wire() {
	}

	static byte[] request(boolean stream) {
		return REQUEST
			.writeValueAsBytes(new Request(Contender.MODEL, List.of(new Message("user", Contender.QUESTION)), stream));
	}

	static String completion(byte[] json) {
		Completion completion = COMPLETION.readValue(json);
		return text(completion.choices().get(0).message());
	}

	static String chunk(String json) {
		Chunk chunk = CHUNK.readValue(json);
		return text(chunk.choices().get(0).delta());
	}

	private static String text(Message message) {
		return (message.content() != null) ? message.content() : "";
	}

	record Request(String model, List<Message> messages, boolean stream) {
	}

	record Message(@Nullable String role, @Nullable String content) {
	}

	record Completion(List<Choice> choices) {

		record Choice(Message message) {
		}

	}

	record Chunk(List<Choice> choices) {

		record Choice(Message delta) {
		}

	}

}
