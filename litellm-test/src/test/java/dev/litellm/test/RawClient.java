package dev.litellm.test;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A client of the server under test that sees every byte.
 */
final class RawClient implements Closeable {

	private final Socket socket;

	RawClient(ScriptedLlm llm) throws IOException {
		this.socket = new Socket(InetAddress.getByName("127.0.0.1"), llm.port());
		this.socket.setSoTimeout(20_000);
	}

	RawClient send(String text) throws IOException {
		this.socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
		return this;
	}

	RawClient ask(boolean stream) throws IOException {
		String body = Client.question("gpt-4o", stream);
		return send("POST /v1/chat/completions HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length() + "\r\n\r\n"
				+ body);
	}

	/**
	 * Reads up to and including a text.
	 */
	String readUntil(String end) throws IOException {
		StringBuilder read = new StringBuilder();
		InputStream in = this.socket.getInputStream();
		while (read.indexOf(end, Math.max(0, read.length() - end.length())) < 0) {
			int next = in.read();
			if (next < 0) {
				throw new AssertionError("Closed after: " + read);
			}
			read.append((char) next);
		}
		return new String(read.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
	}

	/**
	 * Reads until the server closes.
	 */
	String readAll() throws IOException {
		return new String(this.socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
	}

	int read() throws IOException {
		return this.socket.getInputStream().read();
	}

	/**
	 * Whether the server has sent nothing more and not closed.
	 */
	boolean isSilent() throws IOException {
		return this.socket.getInputStream().available() == 0;
	}

	void reset() throws IOException {
		this.socket.setSoLinger(true, 0);
		this.socket.close();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
