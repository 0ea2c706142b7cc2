package dev.litellm.test;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Reads HTTP/1.1 requests from a connection, one after the other.
 */
final class RequestReader {

	private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

	private final ClientInput in;

	private final OutputStream out;

	private final long connection;

	RequestReader(ClientInput in, OutputStream out, long connection) {
		this.in = in;
		this.out = out;
		this.connection = connection;
	}

	/**
	 * Reads the next request, or returns {@code null} when the client has closed.
	 */
	@Nullable RecordedRequest read() throws IOException {
		String line = this.in.readLine();
		if (line == null) {
			return null;
		}
		String[] parts = line.split(" ");
		if (parts.length != 3 || !parts[2].startsWith("HTTP/1.")) {
			throw new ProtocolException("Not a request line of HTTP/1.1");
		}
		Map<String, List<String>> headers = headers();
		if (headers.containsKey("Expect")) {
			this.out.write(CONTINUE);
		}
		return new RecordedRequest(parts[0], parts[1], headers, body(headers), Instant.now(), this.connection);
	}

	private Map<String, List<String>> headers() throws IOException {
		Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		for (String line = line(); !line.isEmpty(); line = line()) {
			int colon = line.indexOf(':');
			if (colon <= 0) {
				throw new ProtocolException("A header without a name");
			}
			headers.computeIfAbsent(line.substring(0, colon), (name) -> new ArrayList<>(1))
				.add(line.substring(colon + 1).strip());
		}
		return headers;
	}

	private byte[] body(Map<String, List<String>> headers) throws IOException {
		if (headers.containsKey("Transfer-Encoding")) {
			return chunks();
		}
		List<String> length = headers.get("Content-Length");
		return (length != null) ? this.in.readBytes(number(length.get(0), 10)) : new byte[0];
	}

	private byte[] chunks() throws IOException {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		while (true) {
			String size = line();
			int extension = size.indexOf(';');
			int length = number((extension < 0) ? size : size.substring(0, extension), 16);
			body.writeBytes(this.in.readBytes(length));
			String end = line();
			if (length == 0) {
				while (!end.isEmpty()) {
					end = line();
				}
				return body.toByteArray();
			}
		}
	}

	private String line() throws IOException {
		String line = this.in.readLine();
		if (line == null) {
			throw new EOFException("The client closed the connection within its request");
		}
		return line;
	}

	private static int number(String text, int radix) throws ProtocolException {
		try {
			return Integer.parseUnsignedInt(text.strip(), radix);
		}
		catch (NumberFormatException ex) {
			throw new ProtocolException("Not a length: '" + text + "'");
		}
	}

}
