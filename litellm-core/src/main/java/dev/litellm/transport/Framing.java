package dev.litellm.transport;

/**
 * How a streamed answer is cut into frames.
 *
 * @since 0.1.0
 */
public enum Framing {

	/** Server-sent events. */
	SSE("text/event-stream"),

	/** One JSON document a line. */
	NDJSON("application/x-ndjson"),

	/** AWS's binary messages, each with headers and checksums. */
	AWS_EVENT_STREAM("application/vnd.amazon.eventstream");

	private final String mediaType;

	Framing(String mediaType) {
		this.mediaType = mediaType;
	}

	public String mediaType() {
		return this.mediaType;
	}

	/**
	 * Return a reader that cuts a body into frames for a decoder.
	 * @param <T> what the decoder makes
	 * @param decoder takes the frames
	 * @param limit the most bytes of one frame
	 * @return the reader
	 */
	public <T> BodyReader<T> reader(FrameDecoder<T> decoder, int limit) {
		return switch (this) {
			case SSE -> new SseReader<>(decoder, limit);
			case NDJSON -> new NdjsonReader<>(decoder, limit);
			case AWS_EVENT_STREAM -> new EventStreamReader<>(decoder, limit);
		};
	}

}
