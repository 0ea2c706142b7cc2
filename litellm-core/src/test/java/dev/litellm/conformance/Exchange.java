package dev.litellm.conformance;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;
import dev.litellm.transport.BodyReader;
import dev.litellm.transport.Transport;
import dev.litellm.transport.WireHead;
import dev.litellm.transport.WireRequest;

/**
 * What goes to and fro for one case: a way to the network that notes each address as it
 * was built and leads it to the loopback server, where the request is recorded.
 */
final class Exchange implements Transport, AutoCloseable {

	private final Fixture fixture;

	private final Transport network;

	private final String server;

	private final Runnable end;

	private final List<URI> addresses = new ArrayList<>();

	private final ArrayNode wire = Values.array();

	Exchange(Fixture fixture, Transport network, String server, Runnable end) {
		this.fixture = fixture;
		this.network = network;
		this.server = server;
		this.end = end;
	}

	@Override
	public <T> Flux<List<T>> exchange(WireRequest request, @Nullable Duration connectTimeout,
			Function<WireHead, BodyReader<T>> reader) {
		URI uri = request.uri();
		String path = (uri.getRawPath() != null) ? uri.getRawPath() : "";
		String query = (uri.getRawQuery() != null) ? "?" + uri.getRawQuery() : "";
		URI loopback = URI.create(this.server + "/" + note(uri) + path + query);
		return this.network.exchange(request.at(loopback), connectTimeout, reader);
	}

	private synchronized int note(URI uri) {
		this.addresses.add(uri);
		return this.addresses.size() - 1;
	}

	/**
	 * Answer a request that has arrived at the server.
	 * @param number which address it was sent to
	 * @param request the request
	 * @return the recorded answer
	 */
	synchronized Reply answer(int number, RecordedRequest request) {
		String url = this.addresses.get(number).toString();
		for (JsonNode side : this.fixture.sideRequests()) {
			if (isTo(url, request, side)
					&& Values.list(this.fixture.wire()).stream().noneMatch((main) -> isTo(url, request, main))) {
				return side.has("answer") ? Answers.reply(side.path("answer")) : Reply.error(404);
			}
		}
		if (request.path().endsWith("/oauth")) {
			return Reply.json("{\"access_token\": \"" + token() + "\", \"expires_at\": 4102444800000}");
		}
		if (request.path().endsWith("/copilot_internal/v2/token")) {
			return Reply.json("{\"token\": \"" + token() + "\", \"refresh_in\": 1500, \"endpoints\": {\"api\": \""
					+ URI.create(this.fixture.wire().path(0).path("url").asString("")).resolve("/") + "\"}}");
		}
		if (isStopped(url, request)) {
			return Reply.json("{}");
		}
		record(url, request);
		List<JsonNode> answers = this.fixture.answers();
		return answers.isEmpty() ? Reply.error(404)
				: Answers.reply(answers.get(Math.min(this.wire.size(), answers.size()) - 1));
	}

	/** A token that LiteLLM had still from a case before: the one that it has sent. */
	private String token() {
		String sent = this.fixture.wire().path(0).path("headers").path("authorization").asString("");
		return sent.isEmpty() ? "none" : sent.replaceFirst("^Bearer ", "");
	}

	/**
	 * What stops a prediction goes out beside the call, so that it may come at any time.
	 */
	private boolean isStopped(String url, RecordedRequest request) {
		return url.endsWith("/cancel")
				&& Values.list(this.fixture.wire()).stream().noneMatch((main) -> isTo(url, request, main));
	}

	private static boolean isTo(String url, RecordedRequest request, JsonNode entry) {
		return entry.path("method").asString().equals(request.method()) && entry.path("url").asString().equals(url);
	}

	private void record(String url, RecordedRequest request) {
		ObjectNode entry = this.wire.addObject().put("method", request.method()).put("url", url);
		ObjectNode headers = entry.putObject("headers");
		request.headers().forEach((name, values) -> headers.put(name, String.join(",", values)));
		JsonNode body = Values.parseOrNull(request.body());
		if (body != null) {
			entry.set("body", body);
		}
		else if (!request.body().isEmpty()) {
			entry.putObject("body").put("raw", request.body());
		}
	}

	/**
	 * Return the requests so far, in the form of a record.
	 * @return a list of method, URL, headers and body
	 */
	synchronized JsonNode wire() {
		return this.wire.deepCopy();
	}

	@Override
	public void close() {
		this.end.run();
	}

}
