package dev.litellm.benchmarks.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A provider that answers from memory: one thread per connection, {@code TCP_NODELAY},
 * one write per chunk of a stream.
 * <p>
 * Under a base URL that begins with {@code /gather-200} no answer begins before that many
 * requests have come, or no more have come for a second. {@code /peak} tells the most
 * requests in flight at once since it was last asked.
 */
public final class LoopbackServer implements AutoCloseable {

	private static final int BACKLOG = 4096;

	private static final int STACK_BYTES = 256 * 1024;

	private static final Pattern GATHER = Pattern.compile("^/gather-(\\d+)/");

	private static final byte[] STREAM_HEAD = ascii(
			"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");

	private static final byte[] LAST_CHUNK = chunk(new byte[0]);

	private final byte[] completion = whole("application/json", Answers.completion());

	private final List<byte[]> chunks = Answers.events().stream().map(LoopbackServer::chunk).toList();

	private final InFlight inFlight = new InFlight();

	private final ServerSocket socket;

	private LoopbackServer(ServerSocket socket) {
		this.socket = socket;
	}

	/**
	 * Starts a server on a free port of the loopback interface.
	 * @return the running server
	 */
	public static LoopbackServer start() {
		try {
			ServerSocket socket = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
			LoopbackServer server = new LoopbackServer(socket);
			spawn("accept", server::accept);
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Asks a running server for its peak, and starts that count anew.
	 * @param url the server's URL
	 * @return the most requests in flight at once since it was last asked
	 */
	public static int peak(String url) {
		try (InputStream in = URI.create(url + "/peak").toURL().openStream()) {
			return Integer.parseInt(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Where the server listens.
	 * @return a URL without a trailing slash
	 */
	public String url() {
		return "http://127.0.0.1:" + this.socket.getLocalPort();
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

	private void accept() {
		while (!this.socket.isClosed()) {
			try {
				Socket connection = this.socket.accept();
				spawn("connection", () -> serve(connection));
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	private void serve(Socket connection) {
		try (connection) {
			connection.setTcpNoDelay(true);
			InputStream in = new BufferedInputStream(connection.getInputStream());
			OutputStream out = connection.getOutputStream();
			for (Request request = Request.read(in); request != null; request = Request.read(in)) {
				answer(request, out);
			}
		}
		catch (IOException ex) {
			// The client has left
		}
	}

	private void answer(Request request, OutputStream out) throws IOException {
		if (request.path().equals("/peak")) {
			out.write(whole("text/plain", ascii(Integer.toString(this.inFlight.takePeak()))));
			return;
		}
		this.inFlight.enter();
		try {
			hold(request.path());
			if (request.stream()) {
				stream(out);
			}
		}
		finally {
			// Before the client can know that its answer has ended
			this.inFlight.leave();
		}
		out.write(request.stream() ? LAST_CHUNK : this.completion);
	}

	private void stream(OutputStream out) throws IOException {
		out.write(STREAM_HEAD);
		for (byte[] chunk : this.chunks) {
			out.write(chunk);
		}
	}

	private void hold(String path) throws IOException {
		Matcher gather = GATHER.matcher(path);
		if (gather.find()) {
			try {
				this.inFlight.gather(Integer.parseInt(gather.group(1)));
			}
			catch (InterruptedException ex) {
				throw new InterruptedIOException();
			}
		}
	}

	private static void spawn(String name, Runnable work) {
		Thread thread = new Thread(null, work, name, STACK_BYTES);
		thread.setDaemon(true);
		thread.start();
	}

	private static byte[] whole(String type, byte[] body) {
		String head = "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n".formatted(type, body.length);
		return join(ascii(head), body);
	}

	private static byte[] chunk(byte[] data) {
		return join(ascii(Integer.toHexString(data.length) + "\r\n"), data, ascii("\r\n"));
	}

	private static byte[] join(byte[]... parts) {
		ByteArrayOutputStream joined = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			joined.writeBytes(part);
		}
		return joined.toByteArray();
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	/**
	 * Prints the URL and serves until standard input closes, so that the server never
	 * outlives who started it.
	 * @param args none
	 * @throws IOException when standard input breaks
	 */
	public static void main(String[] args) throws IOException {
		try (LoopbackServer server = start()) {
			System.out.println(server.url());
			System.in.transferTo(OutputStream.nullOutputStream());
		}
	}

}
