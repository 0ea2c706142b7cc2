package dev.litellm.transport;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.Disposable;

import dev.litellm.json.Json;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of bodies that are too large to be sent in one piece, over real sockets.
 */
class LargeBodyTests extends ConnectorTests {

	private static final int MEGABYTE = 1 << 20;

	@ParameterizedTest
	@MethodSource("transports")
	void arriveAsTheyAreAsOftenAsTheyAreSent(Transport transport) {
		Map<String, Object> value = Map.of("pictures", List.of("QUJD".repeat(MEGABYTE), "ü\"北🙂", "A".repeat(MEGABYTE)),
				"text", "a line\n".repeat(MEGABYTE / 7));
		llm.otherwise(Reply.raw(200, "application/json", "{}"));
		WireRequest request = WireRequest.postJson(URI.create(llm.url()), Map.of(), WireBody.json(value));
		for (int i = 0; i < 2; i++) {
			Exchanges.whole(transport, request, MEGABYTE).blockLast();
			RecordedRequest seen = llm.takeRequest();
			assertThat(seen.body()).isEqualTo(Json.text(value));
			assertThat(seen.header("content-length")).isEqualTo(Long.toString(request.body().length()));
		}
	}

	@ParameterizedTest
	@MethodSource("transports")
	void areMadeOnlyAsTheWireTakesThem(Transport transport) throws Exception {
		AtomicLong made = new AtomicLong();
		CompletableFuture<Long> seen = new CompletableFuture<>();
		try (ServerSocket server = server((socket) -> {
			skip(socket, MEGABYTE);
			seen.complete(made.get());
			return "";
		})) {
			Disposable call = Exchanges.whole(transport, request(server, made), MEGABYTE).subscribe((reply) -> {
			}, (error) -> {
			});
			assertThat(seen.get(20, TimeUnit.SECONDS)).isBetween((long) MEGABYTE, 40L * MEGABYTE);
			call.dispose();
		}
	}

	@Test
	void areAnsweredBeforeTheyHaveArrived() throws Exception {
		try (ServerSocket server = server((socket) -> {
			skip(socket, 1000);
			return "HTTP/1.1 413 Content Too Large\r\nContent-Length: 9\r\n\r\ntoo large";
		})) {
			WireReply reply = Exchanges.whole(NETTY, request(server, new AtomicLong()), MEGABYTE)
				.blockLast(Duration.ofSeconds(20));
			assertThat(reply.status()).isEqualTo(413);
			assertThat(reply.text()).isEqualTo("too large");
		}
	}

	private static WireRequest request(ServerSocket server, AtomicLong made) {
		WireBody.Piece piece = new WireBody.Piece(200L * MEGABYTE, () -> new Zeros(200L * MEGABYTE, made));
		return WireRequest.postJson(URI.create("http://localhost:" + server.getLocalPort()), Map.of(),
				new WireBody(List.of(piece)));
	}

	/** A server that answers one request and then reads no more, until it is closed. */
	private static ServerSocket server(Function<Socket, String> answer) throws IOException {
		ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
		Thread thread = new Thread(() -> {
			try {
				Socket socket = server.accept();
				socket.getOutputStream().write(answer.apply(socket).getBytes(StandardCharsets.US_ASCII));
				server.accept();
			}
			catch (IOException ex) {
				// the test is over
			}
		});
		thread.setDaemon(true);
		thread.start();
		return server;
	}

	private static void skip(Socket socket, int bytes) {
		try {
			socket.getInputStream().skipNBytes(bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Bytes that are counted when they are made.
	 */
	private static final class Zeros extends InputStream {

		private final AtomicLong made;

		private long left;

		private Zeros(long length, AtomicLong made) {
			this.left = length;
			this.made = made;
		}

		@Override
		public int read() {
			this.left--;
			this.made.incrementAndGet();
			return (this.left >= 0) ? 0 : -1;
		}

		@Override
		public int read(byte[] target, int offset, int length) {
			int count = (int) Math.min(length, this.left);
			this.left -= count;
			this.made.addAndGet(count);
			return (count > 0) ? count : -1;
		}

	}

}
