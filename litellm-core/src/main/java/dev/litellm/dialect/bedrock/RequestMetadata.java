package dev.litellm.dialect.bedrock;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * The pairs that a request is found by in Bedrock's logs.
 */
final class RequestMetadata {

	private static final Pattern TEXT = Pattern.compile("[a-zA-Z0-9\\s:_@$#=/+,.-]{0,256}");

	private static final int MOST = 16;

	private RequestMetadata() {
	}

	/**
	 * Return metadata that Bedrock takes.
	 * @param value the metadata as given
	 * @return the same
	 * @throws dev.litellm.error.FailureException if Bedrock would not take it
	 */
	static Object checked(Object value) {
		Map<?, ?> pairs = (value instanceof Map<?, ?> map) ? map : Map.of("", "");
		if (pairs.size() > MOST) {
			throw Refusal.of("'requestMetadata' holds " + pairs.size() + " pairs: give at most " + MOST);
		}
		pairs.forEach((name, text) -> {
			if (name.toString().isEmpty() || !TEXT.matcher(name.toString()).matches() || !(text instanceof String)
					|| !TEXT.matcher(text.toString()).matches()) {
				throw Refusal.of("'requestMetadata' holds the pair '" + name + "': give texts of up to 256"
						+ " letters, digits, blanks and :_@$#=/+,.-");
			}
		});
		return value;
	}

}
