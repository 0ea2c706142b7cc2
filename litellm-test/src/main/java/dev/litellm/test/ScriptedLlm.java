package dev.litellm.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A small HTTP server on a loopback port that speaks OpenAI's format from a script.
 * <pre class="code">
 * try (ScriptedLlm llm = ScriptedLlm.start()) {
 *     llm.enqueue(Reply.error(503), Reply.text("Paris."));
 *     // point the client at llm.baseUrl(), ask it, then:
 *     assertThat(llm.requests()).hasSize(2);
 *     assertThat(llm.takeRequest().model()).isEqualTo("gpt-4o");
 * }
 * </pre> A request is answered by the latest {@linkplain #when standing answer} that
 * matches it, else by the next reply of the {@linkplain #enqueue queue}, else by
 * {@link #otherwise(Reply)}, else by an echo of what was asked. {@code GET} requests for
 * models and health do not use up the queue. Any path is answered; all requests are
 * recorded. Instances are safe for use by several threads.
 *
 * @since 0.1.0
 */
public final class ScriptedLlm implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final RequestLog log = new RequestLog();

	private final Script script = new Script(this.log);

	private final Server server;

	private ScriptedLlm(int port) {
		this.server = new Server(port, this.script);
		this.server.start();
	}

	/**
	 * Starts a server on a free port.
	 * @return the running server
	 */
	public static ScriptedLlm start() {
		return start(0);
	}

	/**
	 * Starts a server.
	 * @param port the port, 0 for a free one
	 * @return the running server
	 * @throws java.io.UncheckedIOException if the port is taken
	 */
	public static ScriptedLlm start(int port) {
		return new ScriptedLlm(port);
	}

	/**
	 * The base URL of an OpenAI-compatible provider.
	 * @return {@code http://127.0.0.1:PORT/v1}
	 */
	public String baseUrl() {
		return url() + "/v1";
	}

	/**
	 * The URL without a path, as the base URL of a LiteLLM proxy is written.
	 * @return {@code http://127.0.0.1:PORT}
	 */
	public String url() {
		return "http://127.0.0.1:" + port();
	}

	/**
	 * The port.
	 * @return the port that the server listens on
	 */
	public int port() {
		return this.server.port();
	}

	/**
	 * Adds replies to the queue: each answers one request.
	 * @param reply the next reply
	 * @param more the replies after it
	 * @return this server
	 */
	public ScriptedLlm enqueue(Reply reply, Reply... more) {
		this.script.enqueue(reply);
		List.of(more).forEach(this.script::enqueue);
		return this;
	}

	/**
	 * The number of replies that no request has asked for yet.
	 * @return the length of the queue
	 */
	public int remaining() {
		return this.script.remaining();
	}

	/**
	 * Adds a standing answer.
	 * @param condition the requests that it answers
	 * @param reply the reply
	 * @param then the replies to the requests after it; the last reply stays
	 * @return this server
	 */
	public ScriptedLlm when(Predicate<RecordedRequest> condition, Reply reply, Reply... then) {
		List<Reply> replies = new ArrayList<>(List.of(reply));
		replies.addAll(List.of(then));
		return when(condition, new Turns(replies));
	}

	/**
	 * Adds a standing answer that depends on the request.
	 * @param condition the requests that it answers
	 * @param answer the reply to each; called by several threads
	 * @return this server
	 */
	public ScriptedLlm when(Predicate<RecordedRequest> condition, Function<RecordedRequest, Reply> answer) {
		this.script.when(condition, answer);
		return this;
	}

	/**
	 * Adds a standing answer for a model.
	 * @param model the {@code model} of the request
	 * @param reply the reply
	 * @param then the replies to the requests after it; the last reply stays
	 * @return this server
	 */
	public ScriptedLlm whenModel(String model, Reply reply, Reply... then) {
		return when((request) -> request.model().equals(model), reply, then);
	}

	/**
	 * Adds a standing answer for a path.
	 * @param suffix the end of the path, such as {@code /chat/completions}
	 * @param reply the reply
	 * @param then the replies to the requests after it; the last reply stays
	 * @return this server
	 */
	public ScriptedLlm whenPath(String suffix, Reply reply, Reply... then) {
		return when((request) -> request.path().endsWith(suffix), reply, then);
	}

	/**
	 * Sets the answer to whatever is left.
	 * @param reply the reply
	 * @return this server
	 */
	public ScriptedLlm otherwise(Reply reply) {
		return otherwise((request) -> reply);
	}

	/**
	 * Sets the answer to whatever is left, depending on the request.
	 * @param answer the reply to each; called by several threads
	 * @return this server
	 */
	public ScriptedLlm otherwise(Function<RecordedRequest, Reply> answer) {
		this.script.otherwise(answer);
		return this;
	}

	/**
	 * Refuses requests without this key with status 401, except for health.
	 * @param key the key, expected as bearer token or in {@code api-key},
	 * {@code x-api-key} or {@code x-litellm-api-key}
	 * @return this server
	 */
	public ScriptedLlm requireKey(String key) {
		this.script.requireKey(key);
		return this;
	}

	/**
	 * Sets what {@code GET /models} lists.
	 * @param models the ids
	 * @return this server
	 */
	public ScriptedLlm models(String... models) {
		this.script.models(List.of(models));
		return this;
	}

	/**
	 * Sets how many requests are kept, 10,000 if not set.
	 * @param limit the number of most recent requests, 0 for none
	 * @return this server
	 */
	public ScriptedLlm keepRequests(int limit) {
		this.log.limit(limit);
		return this;
	}

	/**
	 * The requests so far, in the order of arrival.
	 * @return a copy of the list
	 */
	public List<RecordedRequest> requests() {
		return this.log.all();
	}

	/**
	 * The earliest request that was not taken yet, waiting five seconds for it.
	 * @return the request
	 * @throws AssertionError if none arrives
	 */
	public RecordedRequest takeRequest() {
		return takeRequest(PATIENCE);
	}

	/**
	 * The earliest request that was not taken yet, waiting for it.
	 * @param timeout how long to wait
	 * @return the request
	 * @throws AssertionError if none arrives
	 */
	public RecordedRequest takeRequest(Duration timeout) {
		return this.log.take(timeout);
	}

	/**
	 * The number of connections that are open, in use or idle.
	 * @return the number of connections
	 */
	public int openConnections() {
		return this.server.openConnections();
	}

	/**
	 * The number of connections since the start.
	 * @return the number of connections, closed ones included
	 */
	public long acceptedConnections() {
		return this.server.acceptedConnections();
	}

	/**
	 * Closes all connections, in use or idle, and goes on listening.
	 */
	public void closeConnections() {
		this.server.closeConnections();
	}

	/**
	 * Forgets script, key and requests, as after the start; connections stay.
	 */
	public void reset() {
		this.script.clear();
		this.log.clear();
	}

	/**
	 * Closes port and connections. Clients are refused from now on.
	 */
	@Override
	public void close() {
		this.server.close();
	}

	/**
	 * The URL.
	 */
	@Override
	public String toString() {
		return "ScriptedLlm[" + url() + "]";
	}

}
