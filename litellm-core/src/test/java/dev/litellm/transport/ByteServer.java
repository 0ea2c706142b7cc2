package dev.litellm.transport;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/**
 * Server that answers each connection's first request with exactly the bytes that it is
 * told to.
 */
final class ByteServer implements AutoCloseable {

	private final ServerSocket socket;

	private final CompletableFuture<Long> left = new CompletableFuture<>();

	private ByteServer(ServerSocket socket) {
		this.socket = socket;
	}

	static ByteServer start(Answer answer) {
		try {
			ByteServer server = new ByteServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
			Thread thread = new Thread(() -> server.serve(answer), "byte-server");
			thread.setDaemon(true);
			thread.start();
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static ByteServer answering(String bytes) {
		return start((socket, out) -> out.write(bytes.getBytes(StandardCharsets.ISO_8859_1)));
	}

	URI uri() {
		return URI.create("http://127.0.0.1:" + this.socket.getLocalPort() + "/v1/chat?key=sk-canary");
	}

	/**
	 * Return when the client leaves a connection that the server keeps open.
	 * @return the nanosecond when it left
	 */
	CompletableFuture<Long> left() {
		return this.left;
	}

	private void serve(Answer answer) {
		while (!this.socket.isClosed()) {
			try (Socket connection = this.socket.accept()) {
				connection.setTcpNoDelay(true);
				InputStream in = new BufferedInputStream(connection.getInputStream());
				readHead(in);
				answer.write(connection, connection.getOutputStream());
			}
			catch (IOException ex) {
				// The client has left, or the test is over
			}
		}
	}

	private static void readHead(InputStream in) throws IOException {
		int matched = 0;
		for (int next = in.read(); next >= 0 && matched < 4; next = (matched < 4) ? in.read() : next) {
			matched = (next == ((matched % 2 == 0) ? '\r' : '\n')) ? matched + 1 : 0;
		}
	}

	void awaitLeaving(Socket connection) throws IOException {
		try {
			InputStream in = connection.getInputStream();
			while (in.read() >= 0) {
				continue;
			}
		}
		finally {
			this.left.complete(System.nanoTime());
		}
	}

	@Override
	public void close() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What is written to a connection before it is closed.
	 */
	@FunctionalInterface
	interface Answer {

		void write(Socket socket, OutputStream out) throws IOException;

	}

}
