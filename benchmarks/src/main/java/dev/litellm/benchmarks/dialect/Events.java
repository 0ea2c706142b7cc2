package dev.litellm.benchmarks.dialect;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The events of a stream, each in the frame that the format has.
 */
final class Events {

	private final String mediaType;

	private final Function<String, byte[]> frame;

	private final List<byte[]> pieces = new ArrayList<>();

	/**
	 * Begin a stream.
	 * @param mediaType its type
	 * @param frame puts an event into its frame
	 */
	Events(String mediaType, Function<String, byte[]> frame) {
		this.mediaType = mediaType;
		this.frame = frame;
	}

	/** Server-sent events, whose fields are told. */
	static Events sse() {
		return new Events("text/event-stream", Events::utf8);
	}

	static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	Events event(String event) {
		this.pieces.add(this.frame.apply(event));
		return this;
	}

	/** A server-sent event without a name. */
	Events data(String data) {
		return event("data: " + data + "\n\n");
	}

	/** An event for each word, which stands for {@code %s} in it. */
	Events words(String event) {
		return words(Sample.WORDS, event);
	}

	Events words(List<String> words, String event) {
		words.forEach((word) -> event(event.replace("%s", word)));
		return this;
	}

	Answer end() {
		return new Answer(this.mediaType, List.copyOf(this.pieces));
	}

}
