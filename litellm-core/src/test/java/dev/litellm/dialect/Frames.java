package dev.litellm.dialect;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import dev.litellm.transport.EventStreams;

/**
 * The frames of a streamed answer: server-sent events, lines, or messages of AWS's event
 * stream.
 *
 * @param all the frames, each with what parts it from the next
 */
public record Frames(List<byte[]> all) {

	static final String UNHEARD = "\"unheard\":1";

	private static final Pattern EVENT = Pattern.compile("(?m)^((?:data:\\s*)?\\[?\\{)(?!})");

	/**
	 * Cut an answer into its frames.
	 * @param stream the answer
	 * @return the frames
	 */
	public static Frames of(byte[] stream) {
		if (stream.length > 0 && stream[0] == 0) {
			return new Frames(messages(stream));
		}
		String text = new String(stream, StandardCharsets.UTF_8);
		String end = text.startsWith("{") ? "(?<=\n)" : "(?<=\n\r?\n)";
		return new Frames(List.of(text.split(end)).stream().map(Frames::bytes).toList());
	}

	private static List<byte[]> messages(byte[] stream) {
		List<byte[]> messages = new ArrayList<>();
		for (int from = 0; from < stream.length;) {
			int length = ByteBuffer.wrap(stream).getInt(from);
			messages.add(Arrays.copyOfRange(stream, from, from + length));
			from += length;
		}
		return messages;
	}

	public byte[] bytes() {
		return join(this.all);
	}

	public int count() {
		return this.all.size();
	}

	/**
	 * Return the beginning of the stream.
	 * @param frames how many frames of it
	 * @return the bytes
	 */
	public byte[] first(int frames) {
		return join(this.all.subList(0, frames));
	}

	/**
	 * Return the stream with one frame spoiled, left out, or at another place.
	 * @param fuzz spoils it
	 * @param random says which
	 * @return the frames
	 */
	public Frames spoiled(Fuzz fuzz, Random random) {
		List<byte[]> frames = new ArrayList<>(this.all);
		int index = random.nextInt(frames.size());
		byte[] frame = frames.remove(index);
		switch (random.nextInt(10)) {
			case 0 -> {
			}
			case 1 -> frames.add(random.nextInt(frames.size() + 1), frame);
			case 2 -> {
				frames.add(index, frame);
				frames.add(index, frame);
			}
			case 3 -> frames.add(index, fuzz.spoil(frame));
			default -> frames.add(index, with(frame, fuzz::spoil));
		}
		return new Frames(frames);
	}

	/**
	 * Return the stream with the data of one frame changed.
	 * @param index which frame
	 * @param change changes its data
	 * @return the bytes
	 */
	public byte[] changed(int index, UnaryOperator<byte[]> change) {
		List<byte[]> frames = new ArrayList<>(this.all);
		frames.set(index, with(frames.get(index), change));
		return join(frames);
	}

	/**
	 * Return the stream with a member that nobody knows in each event that is text.
	 * @return the bytes
	 */
	public byte[] unheard() {
		return join(this.all.stream().map(Frames::unheard).toList());
	}

	private static byte[] unheard(byte[] frame) {
		String text = new String(frame, StandardCharsets.ISO_8859_1);
		return text.startsWith("\0") ? frame
				: EVENT.matcher(text).replaceFirst("$1" + UNHEARD + ",").getBytes(StandardCharsets.ISO_8859_1);
	}

	private static byte[] with(byte[] frame, UnaryOperator<byte[]> change) {
		if (frame.length > 0 && frame[0] == 0) {
			return EventStreams.withPayload(frame, change.apply(EventStreams.payload(frame)));
		}
		String text = new String(frame, StandardCharsets.UTF_8);
		int data = text.indexOf("data:");
		if (data < 0) {
			return join(List.of(change.apply(frame), bytes("\n")));
		}
		byte[] spoiled = change.apply(bytes(text.substring(data + "data:".length()).strip()));
		return join(List.of(bytes(text.substring(0, data) + "data: "), spoiled, bytes("\n\n")));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] join(List<byte[]> frames) {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		frames.forEach(all::writeBytes);
		return all.toByteArray();
	}

}
