package dev.litellm.benchmarks.dialect;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Writer of the messages of AWS's event streams.
 */
final class EventStream {

	static final String MEDIA_TYPE = "application/vnd.amazon.eventstream";

	private EventStream() {
	}

	static byte[] event(String type, String payload) {
		ByteArrayOutputStream headers = new ByteArrayOutputStream();
		header(headers, ":event-type", type);
		header(headers, ":content-type", "application/json");
		header(headers, ":message-type", "event");
		byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
		ByteBuffer message = ByteBuffer.allocate(16 + headers.size() + bytes.length);
		message.putInt(message.capacity()).putInt(headers.size());
		message.putInt(crc(message)).put(headers.toByteArray()).put(bytes);
		return message.putInt(crc(message)).array();
	}

	private static void header(ByteArrayOutputStream out, String name, String value) {
		out.write(name.length());
		out.writeBytes(name.getBytes(StandardCharsets.UTF_8));
		out.writeBytes(new byte[] { 7, 0, (byte) value.length() });
		out.writeBytes(value.getBytes(StandardCharsets.UTF_8));
	}

	private static int crc(ByteBuffer message) {
		CRC32 crc = new CRC32();
		crc.update(message.array(), 0, message.position());
		return (int) crc.getValue();
	}

}
