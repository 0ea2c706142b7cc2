package dev.litellm.call;

/**
 * A key or password that prints as {@code ******}.
 *
 * @param value the key itself
 * @since 0.1.0
 */
public record Secret(String value) {

	private static final String MASK = "******";

	public Secret {
		for (int i = 0; i < value.length() && !isDocument(value); i++) {
			if (value.charAt(i) < ' ' || value.charAt(i) == 0x7f) {
				throw new IllegalArgumentException("A key holds a line break or another control character at position "
						+ i + ": look for a stray newline in the property or variable that it comes from");
			}
		}
	}

	public static Secret of(String value) {
		return new Secret(value);
	}

	/** A private key or a key file has lines, and never stands in a header. */
	private static boolean isDocument(String value) {
		String text = value.stripLeading();
		return text.startsWith("-----BEGIN ") || text.startsWith("{");
	}

	public boolean isEmpty() {
		return this.value.isBlank();
	}

	/**
	 * Return a text without this key in it.
	 * @param text any text
	 * @return the text, with the key masked
	 */
	public String mask(String text) {
		return (this.value.length() < 4) ? text : text.replace(this.value, MASK);
	}

	@Override
	public String toString() {
		return MASK;
	}

}
