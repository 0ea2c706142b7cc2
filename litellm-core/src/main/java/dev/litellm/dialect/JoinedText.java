package dev.litellm.dialect;

import org.jspecify.annotations.Nullable;

/**
 * A text that comes in pieces; where it comes in one, that is it, without a copy. Not
 * thread-safe.
 *
 * @since 0.1.0
 */
public final class JoinedText {

	private String first = "";

	private @Nullable StringBuilder all;

	public void add(String piece) {
		if (this.all != null) {
			this.all.append(piece);
		}
		else if (this.first.isEmpty()) {
			this.first = piece;
		}
		else if (!piece.isEmpty()) {
			this.all = new StringBuilder(this.first).append(piece);
		}
	}

	public int length() {
		return (this.all != null) ? this.all.length() : this.first.length();
	}

	public boolean isEmpty() {
		return length() == 0;
	}

	/**
	 * Return the text.
	 * @return the text, or null where it is empty
	 */
	public @Nullable String orNull() {
		return isEmpty() ? null : toString();
	}

	@Override
	public String toString() {
		return (this.all != null) ? this.all.toString() : this.first;
	}

}
