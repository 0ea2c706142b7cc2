package dev.litellm.transport;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.SignalType;

import org.springframework.http.client.reactive.ClientHttpConnector;

import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WebClientTransport}, over Reactor Netty and over the JDK's client.
 */
class WebClientTransportTests extends ConnectorTests {

	private static URI uri() {
		return URI.create(llm.baseUrl() + "/chat/completions");
	}

	@ParameterizedTest
	@MethodSource("transports")
	void readsAnAnswerAsAWhole(Transport transport) {
		llm.enqueue(Reply.raw(201, "application/json", "{\"é\":\"北🙂\"}").header("x-request-id", "r1"));
		List<WireReply> replies = Exchanges.whole(transport, uri()).collectList().block();
		assertThat(replies).hasSize(1);
		assertThat(replies.get(0).status()).isEqualTo(201);
		assertThat(replies.get(0).text()).isEqualTo("{\"é\":\"北🙂\"}");
		assertThat(replies.get(0).headers().getFirst("X-Request-Id")).isEqualTo("r1");
		assertThat(replies.get(0)).hasToString("201 (16 bytes)");
	}

	@ParameterizedTest
	@MethodSource("transports")
	void readsAnAnswerWithoutABody(Transport transport) {
		llm.enqueue(Reply.raw(200, "application/json", ""));
		assertThat(Exchanges.whole(transport, uri()).map(WireReply::text).collectList().block()).containsExactly("");
	}

	@ParameterizedTest
	@MethodSource("transports")
	void handsAnErrorToTheReaderAsItIs(Transport transport) {
		llm.enqueue(Reply.raw(502, "text/html", "<h1>Bad gateway</h1>"));
		WireReply reply = Exchanges.whole(transport, uri()).blockLast();
		assertThat(reply.status()).isEqualTo(502);
		assertThat(reply.text()).isEqualTo("<h1>Bad gateway</h1>");
	}

	@ParameterizedTest
	@MethodSource("transports")
	void readsAStreamHoweverItIsCut(Transport transport) {
		for (int size = 1; size <= 7; size += 2) {
			llm.enqueue(Exchanges.sse("é北🙂", "two", "[DONE]").splitEvery(size));
			assertThat(Exchanges.frames(transport, uri())).contains("é北🙂", "two", "[DONE]").endsWith("end");
		}
	}

	@ParameterizedTest
	@MethodSource("transports")
	void sendsTheBodyWithItsLengthAndTheCallersHeadersBeforeOurs(Transport transport) {
		Map<String, String> headers = Map.of("accept", "application/x-own", "Content-TYPE", "application/own+json",
				"User-Agent", "own/1", "Authorization", "Bearer sk-test");
		WireRequest request = Exchanges.post(uri(), headers).accepting("text/event-stream");
		Exchanges.whole(transport, request, 1 << 20).blockLast();
		RecordedRequest seen = llm.takeRequest();
		assertThat(seen.method()).isEqualTo("POST");
		assertThat(seen.header("content-length")).isEqualTo(Long.toString(request.body().length()));
		assertThat(seen.headers().get("accept")).containsExactly("application/x-own");
		assertThat(seen.headers().get("content-type")).containsExactly("application/own+json");
		assertThat(seen.headers().get("user-agent")).containsExactly("own/1");
		assertThat(seen.headers().get("authorization")).containsExactly("Bearer sk-test");
	}

	@ParameterizedTest
	@MethodSource("transports")
	void doesNotFollowARedirect(Transport transport) {
		try (ScriptedLlm elsewhere = ScriptedLlm.start()) {
			llm.enqueue(Reply.raw(307, "text/plain", "moved").header("Location", elsewhere.url()));
			assertThat(Exchanges.whole(transport, uri()).blockLast().status()).isEqualTo(307);
			assertThat(elsewhere.requests()).isEmpty();
		}
	}

	@Test
	void leavesAServerThatSaysNothingWhenTheCallerCancels() throws Exception {
		llm.enqueue(Exchanges.sse("one", "two").stallAfter(1));
		assertThat(Exchanges.stream(NETTY, uri()).blockFirst(Duration.ofSeconds(10))).isEqualTo("one");
		assertThat(llm.takeRequest().closedByClient().get(5, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void leavesAServerThatSpeaksWhenTheCallerCancels() throws Exception {
		String[] many = Collections.nCopies(200, "one").toArray(String[]::new);
		llm.enqueue(Exchanges.sse(many).delayPerChunk(Duration.ofMillis(20)));
		assertThat(Exchanges.stream(NETTY, uri()).blockFirst(Duration.ofSeconds(10))).isEqualTo("one");
		assertThat(llm.takeRequest().closedByClient().get(3, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void unpacksACompressedAnswer() {
		String text = "{\"text\":\"" + "é北🙂".repeat(2000) + "\"}";
		llm.enqueue(Reply.json(text).gzip());
		assertThat(Exchanges.whole(NETTY, uri()).blockLast().text()).isEqualTo(text);
		assertThat(llm.takeRequest().header("accept-encoding")).contains("gzip");
	}

	@Test
	void unpacksACompressedStream() {
		llm.enqueue(Exchanges.sse("é北🙂", "two", "[DONE]").gzip().splitEvery(3));
		assertThat(Exchanges.frames(NETTY, uri())).containsExactly("é北🙂", "two", "[DONE]", "end");
	}

	@Test
	void reusesTheConnectionOfStreamsThatHaveEnded() {
		long before = llm.acceptedConnections();
		for (int i = 0; i < 50; i++) {
			llm.enqueue(Exchanges.sse("one", "[DONE]"));
			assertThat(Exchanges.frames(NETTY, uri())).containsExactly("one", "[DONE]", "end");
		}
		// A few where the next stream begins before the last one's rest is read
		assertThat(llm.acceptedConnections() - before).isLessThan(25);
	}

	@Test
	void endsAStreamAtItsEndMarkWhereTheServerDoesNot() throws Exception {
		ByteServer[] self = new ByteServer[1];
		try (ByteServer server = ByteServer.start((socket, out) -> {
			out.write(("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: one\n\ndata: [DONE]\n\n")
				.getBytes(StandardCharsets.US_ASCII));
			self[0].awaitLeaving(socket);
		})) {
			self[0] = server;
			long begun = System.nanoTime();
			assertThat(Exchanges.frames(NETTY, server.uri())).containsExactly("one", "[DONE]", "end");
			long left = server.left().get(10, TimeUnit.SECONDS);
			assertThat(Duration.ofNanos(left - begun)).isGreaterThanOrEqualTo(ReadBody.DRAIN_TIME.dividedBy(2));
		}
	}

	@Test
	void losesNoErrorWhereTheConnectionIsClosedBeforeTheConnectorHearsWhy() {
		List<Throwable> lost = new CopyOnWriteArrayList<>();
		Hooks.onErrorDropped(lost::add);
		try {
			CompletableFuture<SignalType> ended = new CompletableFuture<>();
			ClientHttpConnector netty = new ReactorConnectors(HttpSettings.defaults()).create(null);
			Transport slow = new WebClientTransport((timeout) -> (method, uri, body) -> netty.connect(method, uri, body)
				.doOnCancel(() -> ended.orTimeout(5, TimeUnit.SECONDS).join())
				.doFinally(ended::complete));
			llm.enqueue(Reply.hang());
			Disposable exchange = slow
				.<WireReply>exchange(Exchanges.post(uri(), Map.of()), null,
						(head) -> new WholeBody<>(head, 1024, (reply) -> reply))
				.subscribe();
			llm.takeRequest();
			exchange.dispose();
			assertThat(ended).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(SignalType.ON_ERROR);
			assertThat(lost).isEmpty();
		}
		finally {
			Hooks.resetOnErrorDropped();
		}
	}

	@Test
	void losesNoErrorWhereItIsCancelledBetweenHeadAndBody() {
		List<Throwable> lost = new CopyOnWriteArrayList<>();
		Hooks.onErrorDropped(lost::add);
		try {
			llm.enqueue(Reply.stream("a", "b").stallAfter(1));
			Disposable.Swap exchange = Disposables.swap();
			exchange.update(NETTY.<String>exchange(Exchanges.post(uri(), Map.of()), null, (head) -> {
				exchange.dispose();
				return Framing.SSE.reader(new FrameLog(), 1024);
			}).subscribe());
			assertThat(llm.takeRequest().closedByClient()).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(true);
			assertThat(lost).isEmpty();
		}
		finally {
			Hooks.resetOnErrorDropped();
		}
	}

	@Test
	void letsRequestsWaitForAConnectionHoweverManyTheyAre() {
		Transport narrow = new WebClientTransport(
				new ReactorConnectors(new HttpSettings(100, Duration.ofSeconds(10), false, 1 << 20)));
		llm.otherwise(Exchanges.sse("one", "two", "[DONE]"));
		List<List<String>> streams = Flux.range(0, 1200)
			.flatMap((i) -> Exchanges.stream(narrow, uri()).collectList(), 1200)
			.collectList()
			.block(Duration.ofSeconds(60));
		assertThat(streams).hasSize(1200).allMatch(List.of("one", "two", "[DONE]", "end")::equals);
	}

}
