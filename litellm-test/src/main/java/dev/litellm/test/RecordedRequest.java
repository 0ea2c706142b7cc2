package dev.litellm.test;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A request as it arrived at a {@link ScriptedLlm}. <pre class="code">
 * RecordedRequest request = llm.takeRequest();
 * assertThat(request.path()).isEqualTo("/v1/chat/completions");
 * assertThat(request.text("/messages/0/content")).isEqualTo("Hello");
 * assertThat(request.closedByClient()).succeedsWithin(ofSeconds(5)).isEqualTo(true);
 * </pre>
 *
 * @since 0.1.0
 */
public final class RecordedRequest {

	/** Stands for a request that could not be read. */
	static final RecordedRequest NONE = new RecordedRequest("", "", Map.of(), new byte[0], Instant.EPOCH, 0);

	private final String method;

	private final String target;

	private final Map<String, List<String>> headers;

	private final byte[] body;

	private final Instant time;

	private final long connection;

	private final CompletableFuture<Boolean> closedByClient = new CompletableFuture<>();

	private volatile @Nullable JsonNode json;

	RecordedRequest(String method, String target, Map<String, List<String>> headers, byte[] body, Instant time,
			long connection) {
		this.method = method;
		this.target = target;
		this.headers = Collections.unmodifiableMap(headers);
		this.body = body;
		this.time = time;
		this.connection = connection;
	}

	/**
	 * The HTTP method.
	 * @return the method, in capitals
	 */
	public String method() {
		return this.method;
	}

	/**
	 * The path without its query.
	 * @return the path as it was sent, percent-encoding included
	 */
	public String path() {
		int query = this.target.indexOf('?');
		return (query < 0) ? this.target : this.target.substring(0, query);
	}

	/**
	 * The path with its query.
	 * @return the request target
	 */
	public URI uri() {
		return URI.create(this.target);
	}

	/**
	 * All headers.
	 * @return the values by name; names are found in any case
	 */
	public Map<String, List<String>> headers() {
		return this.headers;
	}

	/**
	 * The first value of a header.
	 * @param name the name, in any case
	 * @return the value, or {@code null} when the header was not sent
	 */
	public @Nullable String header(String name) {
		List<String> values = this.headers.get(name);
		return (values != null) ? values.get(0) : null;
	}

	/**
	 * The body as it was sent.
	 * @return a copy of the bytes
	 */
	public byte[] bytes() {
		return this.body.clone();
	}

	/**
	 * The body as UTF-8 text.
	 * @return the text, empty when there was no body
	 */
	public String body() {
		return new String(this.body, StandardCharsets.UTF_8);
	}

	/**
	 * The body as a JSON tree.
	 * @return the tree; a missing node when the body is empty or not JSON
	 */
	public JsonNode json() {
		JsonNode result = this.json;
		if (result == null) {
			result = parse();
			this.json = result;
		}
		return result;
	}

	private JsonNode parse() {
		try {
			return Json.parse(this.body);
		}
		catch (JacksonException ex) {
			return MissingNode.getInstance();
		}
	}

	/**
	 * A part of the JSON body.
	 * @param pointer a JSON pointer such as {@code /messages/0/content}
	 * @return the part; a missing node when there is none
	 */
	public JsonNode at(String pointer) {
		return json().at(pointer);
	}

	/**
	 * A part of the JSON body as text.
	 * @param pointer a JSON pointer such as {@code /messages/0/content}
	 * @return a string's value, any other node's JSON, or {@code null} when there is none
	 */
	public @Nullable String text(String pointer) {
		JsonNode node = at(pointer);
		if (node.isMissingNode() || node.isNull()) {
			return null;
		}
		return node.isString() ? node.stringValue() : node.toString();
	}

	/**
	 * The model that was asked for.
	 * @return the body's {@code model}, empty when it has none
	 */
	public String model() {
		return json().path("model").asString("");
	}

	/**
	 * Whether the client asked for a stream.
	 * @return whether the body has {@code "stream": true}
	 */
	public boolean isStream() {
		return json().path("stream").asBoolean(false);
	}

	/**
	 * What the user said last.
	 * @return the text of the last message with the role {@code user}, else of
	 * {@code prompt} or {@code input}; empty when there is none
	 */
	public String lastUserMessage() {
		return Prompts.lastUserMessage(json());
	}

	/**
	 * When the request had arrived completely.
	 * @return the time
	 */
	public Instant time() {
		return this.time;
	}

	/**
	 * The connection it came on: requests with the same number shared one.
	 * @return a number, counted from 1 in the order of acceptance
	 */
	public long connection() {
		return this.connection;
	}

	/**
	 * How the exchange ended: {@code true} as soon as the client closed the connection
	 * before the answer was complete, {@code false} once the answer was written or the
	 * server itself ended it.
	 * @return a future to wait on, always with a timeout
	 */
	public CompletableFuture<Boolean> closedByClient() {
		return this.closedByClient.copy();
	}

	void end(boolean byClient) {
		this.closedByClient.complete(byClient);
	}

	/**
	 * Method, path, model and whether a stream was asked for; never a header, so never a
	 * key.
	 */
	@Override
	public String toString() {
		return this.method + " " + path() + " model=" + model() + " stream=" + isStream();
	}

}
