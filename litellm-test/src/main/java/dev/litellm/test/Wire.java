package dev.litellm.test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An answer in the bytes that are sent, one array per write.
 *
 * @param head the status line and headers
 * @param chunks the chunks; the last one carries the end of the body
 * @param joined whether the first chunk carries the head
 */
record Wire(byte[] head, List<byte[]> chunks, boolean joined) {

	private static final byte[] END = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] LINE = "\r\n".getBytes(StandardCharsets.US_ASCII);

	static Wire of(Payload payload, Travel travel) {
		Ending ending = travel.ending();
		List<byte[]> pieces = travel.framing().apply(payload.pieces());
		boolean chunked = payload.chunked() || travel.framing().chunked();
		byte[] head = head(payload, travel, chunked, pieces);
		List<byte[]> chunks = new ArrayList<>(chunked ? pieces.stream().map(Wire::frame).toList() : pieces);
		if (chunked && ending.isComplete()) {
			append(chunks, END);
		}
		if (ending.after() > 0 && travel.pace().before(0).isZero() && !chunks.isEmpty()) {
			chunks.set(0, Framing.join(List.of(head, chunks.get(0))));
			return new Wire(head, List.copyOf(chunks), true);
		}
		return new Wire(head, List.copyOf(chunks), false);
	}

	Wire withoutBody() {
		return new Wire(this.head, List.of(), false);
	}

	private static void append(List<byte[]> chunks, byte[] end) {
		int last = chunks.size() - 1;
		if (last < 0) {
			chunks.add(end);
		}
		else {
			chunks.set(last, Framing.join(List.of(chunks.get(last), end)));
		}
	}

	private static byte[] frame(byte[] piece) {
		byte[] size = (Integer.toHexString(piece.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
		return Framing.join(List.of(size, piece, LINE));
	}

	private static byte[] head(Payload payload, Travel travel, boolean chunked, List<byte[]> pieces) {
		List<Header> headers = travel.headers();
		Map<String, String> own = new LinkedHashMap<>();
		own.put("Content-Type", payload.contentType());
		if (travel.framing().gzip()) {
			own.put("Content-Encoding", "gzip");
		}
		if (chunked) {
			own.put("Transfer-Encoding", "chunked");
		}
		else if (payload.status() >= 200 && payload.status() != 204 && payload.status() != 304) {
			int length = pieces.stream().mapToInt((piece) -> piece.length).sum();
			own.put("Content-Length", String.valueOf(length + travel.framing().missing()));
		}
		headers.forEach((header) -> own.keySet().removeIf(header.name()::equalsIgnoreCase));
		StringBuilder head = new StringBuilder("HTTP/1.1 ").append(payload.status()).append(" \r\n");
		own.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
		headers.forEach((header) -> head.append(header.name()).append(": ").append(header.value()).append("\r\n"));
		return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
	}

	/**
	 * A header of an answer.
	 */
	record Header(String name, String value) {

		Header {
			if (name.isBlank() || (name + value).chars().anyMatch((c) -> c == '\r' || c == '\n')) {
				throw new IllegalArgumentException(String.format(Locale.ROOT,
						"A header needs a name, and neither name nor value may hold a line break: '%s'", name));
			}
		}

	}

}
