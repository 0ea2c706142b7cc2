package dev.litellm.dialect;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Paths below base URLs.
 */
final class Paths {

	private Paths() {
	}

	/**
	 * Return how much of a path a base URL ends in.
	 * @param baseUrl the base URL
	 * @param path the path, with a slash at its beginning; a query may stand behind it
	 * @return how many of its letters
	 */
	static int begun(String baseUrl, String path) {
		int query = path.indexOf('?');
		for (int end = (query < 0) ? path.length() : query; end > 0; end = path.lastIndexOf('/', end - 1)) {
			if (baseUrl.regionMatches(baseUrl.length() - end, path, 0, end)) {
				return end;
			}
		}
		return 0;
	}

	/**
	 * Return a text as a segment of a path.
	 * @param text the text
	 * @return the text, percent-encoded
	 */
	static String segment(String text) {
		return isPlain(text) ? text.replace(":", "%3A")
				: URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("%40", "@");
	}

	private static boolean isPlain(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '.'
					|| c == '_' || c == ':')) {
				return false;
			}
		}
		return true;
	}

}
