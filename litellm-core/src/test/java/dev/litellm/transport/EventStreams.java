package dev.litellm.transport;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Writer of AWS's event streams.
 */
public final class EventStreams {

	private EventStreams() {
	}

	public static byte[] event(String type, String payload) {
		Map<String, Object> headers = new LinkedHashMap<>();
		headers.put(":event-type", type);
		headers.put(":content-type", "application/json");
		headers.put(":message-type", "event");
		return message(headers, payload.getBytes(StandardCharsets.UTF_8));
	}

	public static byte[] exception(String type, String payload) {
		Map<String, Object> headers = new LinkedHashMap<>();
		headers.put(":exception-type", type);
		headers.put(":content-type", "application/json");
		headers.put(":message-type", "exception");
		return message(headers, payload.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Return a message.
	 * @param headers texts, or bytes that hold type and value
	 * @param payload the payload
	 * @return the message with its checksums
	 */
	public static byte[] message(Map<String, Object> headers, byte[] payload) {
		ByteArrayOutputStream block = new ByteArrayOutputStream();
		headers.forEach((name, value) -> {
			block.write(name.length());
			block.writeBytes(name.getBytes(StandardCharsets.UTF_8));
			if (value instanceof byte[] raw) {
				block.writeBytes(raw);
			}
			else {
				byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
				block.writeBytes(new byte[] { 7, (byte) (text.length >> 8), (byte) text.length });
				block.writeBytes(text);
			}
		});
		ByteBuffer message = ByteBuffer.allocate(16 + block.size() + payload.length);
		message.putInt(message.capacity()).putInt(block.size());
		message.putInt(crc(message)).put(block.toByteArray()).put(payload);
		return message.putInt(crc(message)).array();
	}

	/**
	 * Return the payload of a message.
	 * @param message the message
	 * @return its payload
	 */
	public static byte[] payload(byte[] message) {
		return Arrays.copyOfRange(message, 12 + ByteBuffer.wrap(message).getInt(4), message.length - 4);
	}

	/**
	 * Return a message with another payload.
	 * @param message the message
	 * @param payload the other payload
	 * @return the message with its checksums
	 */
	public static byte[] withPayload(byte[] message, byte[] payload) {
		int headers = ByteBuffer.wrap(message).getInt(4);
		ByteBuffer changed = ByteBuffer.allocate(16 + headers + payload.length);
		changed.putInt(changed.capacity()).putInt(headers);
		changed.putInt(crc(changed)).put(message, 12, headers).put(payload);
		return changed.putInt(crc(changed)).array();
	}

	private static int crc(ByteBuffer message) {
		CRC32 crc = new CRC32();
		crc.update(message.array(), 0, message.position());
		return (int) crc.getValue();
	}

	public static byte[] join(byte[]... messages) {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		for (byte[] message : messages) {
			all.writeBytes(message);
		}
		return all.toByteArray();
	}

}
