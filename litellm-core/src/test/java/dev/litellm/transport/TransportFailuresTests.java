package dev.litellm.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.test.Reply;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the kinds of what goes wrong between here and a provider.
 */
class TransportFailuresTests extends ConnectorTests {

	private static URI uri() {
		return URI.create(llm.baseUrl() + "/chat/completions?key=sk-canary");
	}

	private static void assertKind(Failure failure, ErrorKind kind, String... words) {
		assertThat(failure.kind()).as(failure.message()).isEqualTo(kind);
		assertThat(failure.message()).contains(words).doesNotContain("sk-canary", "key=", "null");
	}

	@ParameterizedTest
	@MethodSource("transports")
	void saysThatNobodyListens(Transport transport) throws IOException {
		int port;
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = socket.getLocalPort();
		}
		assertKind(
				Exchanges
					.failure(Exchanges.whole(transport, URI.create("http://127.0.0.1:" + port + "/v1?key=sk-canary"))),
				ErrorKind.CONNECTION, "cannot connect", "base URL");
	}

	@Test
	void saysThatThereIsNoSuchHost() {
		assertKind(Exchanges.failure(Exchanges.whole(NETTY, URI.create("http://nowhere.invalid/v1?key=sk-canary"))),
				ErrorKind.CONNECTION, "unknown host", "nowhere.invalid", "base URL");
	}

	@Test
	void saysThatConnectingTookTooLong() throws IOException {
		List<SocketChannel> fillers = new ArrayList<>();
		try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			for (int i = 0; i < 8; i++) {
				SocketChannel filler = SocketChannel.open();
				filler.configureBlocking(false);
				filler.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), full.getLocalPort()));
				fillers.add(filler);
			}
			WireRequest request = Exchanges
				.post(URI.create("http://127.0.0.1:" + full.getLocalPort() + "/v1?key=sk-canary"), Map.of());
			assertKind(
					Exchanges.failure(NETTY.exchange(request, Duration.ofMillis(300),
							(head) -> new WholeBody<>(head, 1 << 20, (reply) -> reply))),
					ErrorKind.TIMEOUT, "no connection in time");
		}
		finally {
			for (SocketChannel filler : fillers) {
				filler.close();
			}
		}
	}

	@ParameterizedTest
	@MethodSource("transports")
	void saysThatTheServerHungUp(Transport transport) {
		llm.enqueue(Reply.disconnect());
		assertKind(Exchanges.failure(Exchanges.whole(transport, uri())), ErrorKind.CONNECTION, "connection failed");
		assertThat(llm.requests()).hasSize(1);
	}

	@ParameterizedTest
	@MethodSource("transports")
	void saysThatTheAnswerIsShorterThanAnnounced(Transport transport) {
		llm.enqueue(Reply.json("{\"id\":\"x\"}").truncated(3));
		assertKind(Exchanges.failure(Exchanges.whole(transport, uri())), ErrorKind.CONNECTION, "connection failed");
	}

	@ParameterizedTest
	@MethodSource("transports")
	void saysThatAStreamWasCut(Transport transport) {
		llm.enqueue(Exchanges.sse("one", "two", "[DONE]").cutAfter(1));
		assertKind(Exchanges.failure(Exchanges.stream(transport, uri())), ErrorKind.CONNECTION, "connection failed");
	}

	@ParameterizedTest
	@MethodSource("transports")
	void saysThatAStreamWasReset(Transport transport) {
		llm.enqueue(Exchanges.sse("one", "two", "[DONE]").resetAfter(1));
		assertKind(Exchanges.failure(Exchanges.stream(transport, uri())), ErrorKind.CONNECTION, "connection failed");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<html>No HTTP at all</html>\r\n\r\n", "HTTP/1.1 OK\r\n\r\n", "SSH-2.0-OpenSSH_9.6\r\n" })
	void saysThatTheAnswerIsNotHttp(String bytes) {
		try (ByteServer server = ByteServer.answering(bytes)) {
			assertKind(Exchanges.failure(Exchanges.whole(NETTY, server.uri())), ErrorKind.INVALID_RESPONSE,
					"not proper HTTP", "base URL");
		}
	}

	@Test
	void saysThatTheHeadersAreTooLarge() {
		try (ByteServer server = ByteServer
			.answering("HTTP/1.1 200 OK\r\nX-Large: " + "x".repeat(20_000) + "\r\nContent-Length: 0\r\n\r\n")) {
			assertKind(Exchanges.failure(Exchanges.whole(NETTY, server.uri())), ErrorKind.INVALID_RESPONSE,
					"not proper HTTP");
		}
	}

	@Test
	void saysThatACompressedAnswerIsDamaged() {
		llm.enqueue(Reply.raw(200, "application/json", "{\"not\":\"compressed\"}").header("Content-Encoding", "gzip"));
		assertKind(Exchanges.failure(Exchanges.whole(NETTY, uri())), ErrorKind.INVALID_RESPONSE, "not proper HTTP");
	}

	@ParameterizedTest
	@MethodSource("transports")
	void refusesAnAnswerAboveTheLimit(Transport transport) {
		llm.enqueue(Reply.raw(200, "application/json", "x".repeat(2001)));
		assertKind(Exchanges.failure(Exchanges.whole(transport, Exchanges.post(uri(), Map.of()), 2000)),
				ErrorKind.INVALID_RESPONSE, "2000 bytes", "litellm.http.max-response-size");
		llm.enqueue(Reply.raw(200, "application/json", "x".repeat(2000)));
		assertThat(Exchanges.whole(transport, Exchanges.post(uri(), Map.of()), 2000).blockLast().body()).hasSize(2000);
	}

	@Test
	void refusesACompressedAnswerThatUnpacksAboveTheLimit() {
		llm.enqueue(Reply.raw(200, "application/json", "x".repeat(5_000_000)).gzip());
		assertKind(Exchanges.failure(Exchanges.whole(NETTY, Exchanges.post(uri(), Map.of()), 20_000)),
				ErrorKind.INVALID_RESPONSE, "20000 bytes");
	}

	@Test
	void refusesAnEndlessEventAndLeaves() throws Exception {
		try (ByteServer server = ByteServer.start(TransportFailuresTests::writeForever)) {
			assertKind(Exchanges.failure(Exchanges.stream(NETTY, server.uri())), ErrorKind.INVALID_RESPONSE,
					"litellm.http.max-response-size");
		}
	}

	private static void writeForever(Socket socket, java.io.OutputStream out) throws IOException {
		out.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: ".getBytes());
		byte[] block = "x".repeat(10_000).getBytes();
		while (true) {
			out.write(block);
		}
	}

}
