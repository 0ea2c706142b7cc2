package dev.litellm.benchmarks.server;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * An HTTP request as far as the server cares: its path, and whether it asks for a stream.
 *
 * @param path the path, as sent
 * @param stream whether the body says so
 */
record Request(String path, boolean stream) {

	private static final Pattern STREAM = Pattern.compile("\"stream\"\\s*:\\s*true");

	private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length:\\s*(\\d+)");

	private static final String CHUNKED = "\r\ntransfer-encoding: chunked";

	/**
	 * Reads the next request.
	 * @param in the connection
	 * @return the request, or {@code null} when the client has closed the connection
	 * @throws IOException when the connection breaks
	 */
	static @Nullable Request read(InputStream in) throws IOException {
		String head = until(in, "\r\n\r\n");
		if (head.isEmpty()) {
			return null;
		}
		String path = head.split(" ", 3)[1];
		String headers = head.toLowerCase(Locale.ROOT);
		Matcher length = LENGTH.matcher(headers);
		String body = "";
		if (length.find()) {
			body = exactly(in, Integer.parseInt(length.group(1)));
		}
		else if (headers.contains(CHUNKED)) {
			body = chunks(in);
		}
		return new Request(path, STREAM.matcher(body).find());
	}

	private static String chunks(InputStream in) throws IOException {
		StringBuilder body = new StringBuilder();
		int size;
		do {
			size = Integer.parseInt(until(in, "\r\n").trim(), 16);
			body.append(exactly(in, size));
			until(in, "\r\n");
		}
		while (size > 0);
		return body.toString();
	}

	private static String exactly(InputStream in, int length) throws IOException {
		byte[] bytes = in.readNBytes(length);
		if (bytes.length < length) {
			throw new EOFException("The connection closed within a body");
		}
		return new String(bytes, StandardCharsets.ISO_8859_1);
	}

	private static String until(InputStream in, String end) throws IOException {
		StringBuilder text = new StringBuilder(512);
		for (int next = in.read(); next >= 0; next = in.read()) {
			text.append((char) next);
			if (next == '\n' && text.lastIndexOf(end) == text.length() - end.length()) {
				return text.toString();
			}
		}
		return "";
	}

}
