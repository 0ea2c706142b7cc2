package dev.litellm.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that a reader that is slow slows the server down, instead of filling the memory.
 */
class BackPressureTests {

	private static final long MUCH = 256L * 1024 * 1024;

	private static final long STALLED_MILLIS = 500;

	@Test
	void makesTheServerWaitForASlowReader() throws Exception {
		Transport transport = new WebClientTransport(new ReactorConnectors(HttpSettings.defaults()));
		try (ServerSocketChannel server = ServerSocketChannel.open()) {
			server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
			CompletableFuture<Long> written = CompletableFuture.supplyAsync(() -> writeUntilStalled(server));
			int port = ((InetSocketAddress) server.getLocalAddress()).getPort();
			OneAtATime reader = new OneAtATime();
			Exchanges.stream(transport, URI.create("http://127.0.0.1:" + port + "/v1")).subscribe(reader);
			assertThat(reader.first.await(10, TimeUnit.SECONDS)).isTrue();
			assertThat(written.get(30, TimeUnit.SECONDS)).isLessThan(MUCH / 4);
			reader.cancel();
		}
	}

	private static long writeUntilStalled(ServerSocketChannel server) {
		try (SocketChannel connection = server.accept(); Selector selector = Selector.open()) {
			connection.read(ByteBuffer.allocate(4096));
			connection.configureBlocking(false);
			connection.register(selector, SelectionKey.OP_WRITE);
			ByteBuffer head = bytes("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n");
			connection.write(head);
			ByteBuffer events = bytes(("data: " + "x".repeat(1000) + "\n\n").repeat(64));
			long written = 0;
			while (written < MUCH && selector.select(STALLED_MILLIS) > 0) {
				selector.selectedKeys().clear();
				written += connection.write(events);
				if (!events.hasRemaining()) {
					events.rewind();
				}
			}
			return written;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static ByteBuffer bytes(String text) {
		return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
	}

	/**
	 * Reader that asks for one frame, and then for no more.
	 */
	private static final class OneAtATime extends BaseSubscriber<String> {

		private final CountDownLatch first = new CountDownLatch(1);

		@Override
		protected void hookOnSubscribe(Subscription subscription) {
			request(1);
		}

		@Override
		protected void hookOnNext(String frame) {
			this.first.countDown();
		}

	}

}
