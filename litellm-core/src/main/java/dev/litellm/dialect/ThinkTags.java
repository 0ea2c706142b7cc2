package dev.litellm.dialect;

import org.jspecify.annotations.Nullable;

/**
 * Reasoning that a model writes into its text, between {@code <think>} and
 * {@code </think>} at the beginning; splits the text of a stream as it comes. Not
 * thread-safe.
 *
 * @since 0.1.0
 */
public final class ThinkTags {

	private static final String OPEN = "<think>";

	private static final String CLOSE = "</think>";

	private final String open;

	private final String close;

	private final StringBuilder held = new StringBuilder();

	private State state = State.BEFORE;

	public ThinkTags() {
		this.open = OPEN;
		this.close = CLOSE;
	}

	/**
	 * Create a splitter for other tags.
	 * @param tag the tags' name, for example {@code thinking}
	 */
	public ThinkTags(String tag) {
		this.open = "<" + tag + ">";
		this.close = "</" + tag + ">";
	}

	/**
	 * Return whether a text begins with reasoning.
	 * @param text the text, or null
	 * @return true if it does
	 */
	public static boolean begins(@Nullable String text) {
		return text != null && text.stripLeading().startsWith(OPEN);
	}

	/**
	 * Return whether a text may begin with reasoning in any tags.
	 * @param text the text
	 * @return false if its first letter rules that out
	 */
	public static boolean mayBegin(String text) {
		return !text.isEmpty() && (text.charAt(0) == '<' || Character.isWhitespace(text.charAt(0)));
	}

	/**
	 * Split a whole text.
	 * @param text the text, or null
	 * @return its parts, or null where it is text as it stands
	 */
	public static @Nullable Split split(@Nullable String text) {
		if (text == null || !begins(text)) {
			return null;
		}
		int close = text.indexOf(CLOSE);
		int begin = text.indexOf(OPEN) + OPEN.length();
		return (close < 0) ? new Split("", text.substring(begin))
				: new Split(text.substring(close + CLOSE.length()), text.substring(begin, close));
	}

	/**
	 * Take the next piece of the text.
	 * @param piece the piece
	 * @return what it adds to text and reasoning, or null where it is text as it stands
	 */
	public @Nullable Split next(String piece) {
		if (this.state == State.TEXT || piece.isEmpty()) {
			return null;
		}
		if (this.state == State.BEFORE && this.held.isEmpty() && !mayBegin(piece)) {
			this.state = State.TEXT;
			return null;
		}
		this.held.append(piece);
		return (this.state == State.BEFORE) ? before() : thinking();
	}

	private Split before() {
		String text = this.held.toString().stripLeading();
		if (text.startsWith(this.open)) {
			this.state = State.THINKING;
			this.held.setLength(0);
			this.held.append(text, this.open.length(), text.length());
			return thinking();
		}
		if (this.open.startsWith(text)) {
			return Split.NONE;
		}
		this.state = State.TEXT;
		return end();
	}

	private Split thinking() {
		int close = this.held.indexOf(this.close);
		if (close >= 0) {
			String reasoning = this.held.substring(0, close);
			this.held.delete(0, close + this.close.length());
			this.state = State.TEXT;
			return new Split(end().content(), reasoning);
		}
		int safe = this.held.length();
		while (safe > 0 && this.held.length() - safe < this.close.length() && !isBegun(safe)) {
			safe--;
		}
		safe = isBegun(safe) ? safe : this.held.length();
		String reasoning = this.held.substring(0, safe);
		this.held.delete(0, safe);
		return new Split("", reasoning);
	}

	private boolean isBegun(int from) {
		return from < this.held.length() && this.close.startsWith(this.held.substring(from));
	}

	/**
	 * Return what is still held back.
	 * @return the rest
	 */
	public Split end() {
		String rest = this.held.toString();
		this.held.setLength(0);
		return (this.state == State.THINKING) ? new Split("", rest) : new Split(rest, "");
	}

	private enum State {

		BEFORE, THINKING, TEXT

	}

	/**
	 * What a piece adds.
	 *
	 * @param content to the text
	 * @param reasoning to the reasoning
	 */
	public record Split(String content, String reasoning) {

		/** Nothing. */
		public static final Split NONE = new Split("", "");

		public boolean isEmpty() {
			return this.content.isEmpty() && this.reasoning.isEmpty();
		}

	}

}
