package dev.litellm.json;

import java.io.InputStream;
import java.util.Objects;

import tools.jackson.core.JsonGenerator;

/**
 * A part of a text, of which no copy is made where it is long and plain, as pictures and
 * files in base64 are, and goes where {@link Taker}s are.
 *
 * @param text the text
 * @param from where the part begins
 * @param to where it ends
 * @since 0.1.0
 */
public record TextPart(String text, int from, int to) implements CharSequence, Json.Writable {

	private static final int LONG = 16 * 1024;

	/**
	 * Take a whole text.
	 * @param text the text
	 */
	public TextPart(String text) {
		this(text, 0, text.length());
	}

	@Override
	public int length() {
		return this.to - this.from;
	}

	@Override
	public char charAt(int index) {
		return this.text.charAt(this.from + Objects.checkIndex(index, length()));
	}

	@Override
	public TextPart subSequence(int start, int end) {
		Objects.checkFromToIndex(start, end, length());
		return new TextPart(this.text, this.from + start, this.from + end);
	}

	/**
	 * Open the part as bytes, one for each character.
	 * @return the bytes
	 */
	public InputStream open() {
		return new TextStream(this.text, this.from, this.to);
	}

	@Override
	public void writeTo(JsonGenerator generator) {
		if (length() >= LONG && generator.streamWriteOutputTarget() instanceof Taker taker && isPlain()) {
			generator.writeRawValue("\"");
			generator.flush();
			taker.take(this);
			generator.writeRaw('"');
		}
		else {
			generator.writeString(toString());
		}
	}

	static void write(JsonGenerator generator, String text) {
		if (text.length() < LONG) {
			generator.writeString(text);
		}
		else {
			new TextPart(text).writeTo(generator);
		}
	}

	/** Whether its bytes are its characters, and none is written otherwise in JSON. */
	private boolean isPlain() {
		for (int i = this.from; i < this.to; i++) {
			char c = this.text.charAt(i);
			if (c < ' ' || c > '~' || c == '"' || c == '\\') {
				return false;
			}
		}
		return true;
	}

	@Override
	public String toString() {
		return this.text.substring(this.from, this.to);
	}

	/**
	 * A target of written JSON that takes parts of texts as they are.
	 */
	@FunctionalInterface
	public interface Taker {

		/**
		 * Take what comes behind all that has been written so far.
		 * @param part plain characters
		 */
		void take(TextPart part);

	}

}
