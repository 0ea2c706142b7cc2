package dev.litellm.test;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.litellm.test.Ending.How;
import dev.litellm.test.Wire.Header;

/**
 * An answer of a {@link ScriptedLlm}: what it says, then how it travels.
 * <pre class="code">
 * Reply.text("Paris.");
 * Reply.text("Paris.").usage(12, 3).header("x-request-id", "req_1").delay(ofMillis(50));
 * Reply.stream("Hel", "lo").cutAfter(1);
 * Reply.toolCall("get_weather", "{\"city\":\"Paris\"}");
 * Reply.error(429).retryAfter(ofSeconds(1));
 * Reply.raw(502, "text/html", "&lt;h1&gt;Bad Gateway&lt;/h1&gt;");
 * Reply.hang();
 * </pre> A <em>chunk</em> is what one write sends: a piece of a stream's content (the
 * role comes with the first; finish reason, usage and {@code [DONE]} together are one
 * more), a whole JSON body, or what {@link #splitEvery(int)} makes of either. Replies are
 * immutable and may be used any number of times.
 *
 * @since 0.1.0
 */
public sealed class Reply permits ChatReply {

	private static final int MAX_WIRES = 64;

	private final Body body;

	private final Travel travel;

	private final Map<Shape, Wire> wires = new ConcurrentHashMap<>();

	Reply(Body body, Travel travel) {
		this.body = body;
		this.travel = travel;
	}

	/**
	 * A chat answer: JSON, or a stream word by word when the request asks for one.
	 * @param text the assistant's text
	 * @return the reply
	 */
	public static ChatReply text(String text) {
		return new ChatReply(ChatBody.of(ChatBody.words(text)));
	}

	/**
	 * A chat answer whose stream comes in these pieces.
	 * @param pieces the assistant's text, piece by piece
	 * @return the reply
	 */
	public static ChatReply stream(String... pieces) {
		return new ChatReply(ChatBody.of(List.of(pieces)));
	}

	/**
	 * A chat answer that calls a tool.
	 * @param name the function
	 * @param arguments its arguments, usually a JSON object
	 * @return the reply
	 */
	public static ChatReply toolCall(String name, String arguments) {
		return stream().andToolCall(name, arguments);
	}

	/**
	 * An embeddings answer.
	 * @param vectors a vector per input, used in turn; none for a vector of each text's
	 * own, the same for the same text
	 * @return the reply
	 */
	public static Reply embedding(float[]... vectors) {
		return new Reply(new EmbeddingBody(List.of(vectors)), Travel.PLAIN);
	}

	/**
	 * An error with OpenAI's type, code and message for a status.
	 * @param status the HTTP status
	 * @return the reply
	 */
	public static Reply error(int status) {
		return new Reply(new ErrorBody(status, null, null), Travel.PLAIN);
	}

	/**
	 * An error with a code, such as {@code context_length_exceeded},
	 * {@code content_policy_violation} or {@code insufficient_quota}.
	 * @param status the HTTP status
	 * @param code the code
	 * @return the reply
	 */
	public static Reply error(int status, String code) {
		return new Reply(new ErrorBody(status, code, null), Travel.PLAIN);
	}

	/**
	 * An error with a code and a message.
	 * @param status the HTTP status
	 * @param code the code
	 * @param message the message
	 * @return the reply
	 */
	public static Reply error(int status, String code, String message) {
		return new Reply(new ErrorBody(status, code, message), Travel.PLAIN);
	}

	/**
	 * A JSON body with status 200.
	 * @param json the body
	 * @return the reply
	 */
	public static Reply json(String json) {
		return raw(200, Payload.JSON, json);
	}

	/**
	 * A text of any type.
	 * @param status the HTTP status
	 * @param contentType the media type
	 * @param body the body, sent as UTF-8
	 * @return the reply
	 */
	public static Reply raw(int status, String contentType, String body) {
		return raw(status, contentType, Payload.utf8(body));
	}

	/**
	 * Any bytes.
	 * @param status the HTTP status
	 * @param contentType the media type
	 * @param body the body
	 * @return the reply
	 */
	public static Reply raw(int status, String contentType, byte[] body) {
		return new Reply(Body.of(Payload.whole(status, contentType, body.clone())), Travel.PLAIN);
	}

	/**
	 * A body of server-sent events, byte for byte.
	 * @param chunks the text of each chunk, line ends included
	 * @return the reply
	 */
	public static Reply sse(String... chunks) {
		return new Reply(Body.of(Payload.events(Arrays.stream(chunks).map(Payload::utf8).toList())), Travel.PLAIN);
	}

	/**
	 * No answer: not even a status line, until the client goes.
	 * @return the reply
	 */
	public static Reply hang() {
		return nothing().stop(Ending.BEFORE_HEADERS, How.SILENCE);
	}

	/**
	 * No answer: the connection is closed.
	 * @return the reply
	 */
	public static Reply disconnect() {
		return nothing().stop(Ending.BEFORE_HEADERS, How.CLOSE);
	}

	private static Reply nothing() {
		return raw(200, "text/plain", "");
	}

	/**
	 * Adds a header, or replaces one that the content would set.
	 * @param name the name
	 * @param value the value
	 * @return the changed reply
	 */
	public Reply header(String name, String value) {
		return with(this.travel.with(new Header(name, value)));
	}

	/**
	 * Adds {@code Retry-After} in whole seconds, and {@code retry-after-ms} when there is
	 * a fraction.
	 * @param wait how long the client is to wait
	 * @return the changed reply
	 */
	public Reply retryAfter(Duration wait) {
		Reply reply = header("Retry-After", String.valueOf(wait.plusMillis(999).toSeconds()));
		return (wait.toMillisPart() != 0) ? reply.header("retry-after-ms", String.valueOf(wait.toMillis())) : reply;
	}

	/**
	 * Waits before the status line.
	 * @param delay how long
	 * @return the changed reply
	 */
	public Reply delay(Duration delay) {
		return with(this.travel.with(this.travel.pace().withDelay(delay)));
	}

	/**
	 * Waits before each chunk; the headers go ahead.
	 * @param delay how long
	 * @return the changed reply
	 */
	public Reply delayPerChunk(Duration delay) {
		return with(this.travel.with(this.travel.pace().withPerChunk(delay)));
	}

	/**
	 * Waits once more at one place.
	 * @param chunks the number of chunks already sent, 0 for after the headers
	 * @param pause how long
	 * @return the changed reply
	 */
	public Reply pauseAfter(int chunks, Duration pause) {
		return with(this.travel.with(this.travel.pace().withPause(chunks, pause)));
	}

	/**
	 * Cuts the body anew, at any byte.
	 * @param bytes the size of each chunk
	 * @return the changed reply
	 */
	public Reply splitEvery(int bytes) {
		return with(this.travel.with(this.travel.framing().withSplitEvery(bytes)));
	}

	/**
	 * Compresses the body.
	 * @return the changed reply
	 */
	public Reply gzip() {
		return with(this.travel.with(this.travel.framing().withGzip()));
	}

	/**
	 * Sends the body in chunked transfer encoding, without its length.
	 * @return the changed reply
	 */
	public Reply chunked() {
		return with(this.travel.with(this.travel.framing().withChunked()));
	}

	/**
	 * Announces a longer body than it sends, then closes the connection.
	 * @param missing the number of bytes that never come
	 * @return the changed reply
	 */
	public Reply truncated(int missing) {
		return with(this.travel.with(this.travel.framing().withMissing(missing))).thenClose();
	}

	/**
	 * Closes the connection in the middle of the answer.
	 * @param chunks the number of chunks already sent, 0 for after the headers
	 * @return the changed reply
	 */
	public Reply cutAfter(int chunks) {
		return stop(chunks, How.CLOSE);
	}

	/**
	 * Resets the connection in the middle of the answer.
	 * @param chunks the number of chunks already sent, 0 for after the headers
	 * @return the changed reply
	 */
	public Reply resetAfter(int chunks) {
		return stop(chunks, How.RESET);
	}

	/**
	 * Sends no more in the middle of the answer, until the client goes.
	 * @param chunks the number of chunks already sent, 0 for after the headers
	 * @return the changed reply
	 */
	public Reply stallAfter(int chunks) {
		return stop(chunks, How.SILENCE);
	}

	/**
	 * Closes the connection after the complete answer, without saying so in a header.
	 * @return the changed reply
	 */
	public Reply thenClose() {
		return stop(Ending.COMPLETE, How.CLOSE);
	}

	private Reply stop(int chunks, How how) {
		return with(this.travel.with(new Ending(chunks, how)));
	}

	private Reply with(Travel travel) {
		return new Reply(this.body, travel);
	}

	Travel travel() {
		return this.travel;
	}

	Wire wire(RecordedRequest request) {
		Shape shape = Shape.of(request);
		Wire wire = this.wires.get(shape);
		if (wire == null) {
			wire = Wire.of(this.body.render(request, shape), this.travel);
			if (this.body.isFixed() && this.wires.size() < MAX_WIRES) {
				this.wires.put(shape, wire);
			}
		}
		return request.method().equals("HEAD") ? wire.withoutBody() : wire;
	}

}
