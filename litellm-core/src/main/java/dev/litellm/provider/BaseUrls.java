package dev.litellm.provider;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Check of base URLs before any key is sent to them.
 *
 * @since 0.1.0
 */
public final class BaseUrls {

	/** Stands for the base URL of a provider within the application. */
	static final String WITHIN = "none:";

	private BaseUrls() {
	}

	/**
	 * Check a base URL.
	 * @param baseUrl the base URL
	 * @return the base URL without slashes at its end
	 * @throws IllegalArgumentException if it is not an absolute HTTP URL, or holds
	 * credentials, a query or a fragment
	 */
	public static String check(String baseUrl) {
		URI uri = parse(baseUrl.trim());
		String scheme = (uri.getScheme() != null) ? uri.getScheme().toLowerCase(Locale.ROOT) : "";
		if ((!scheme.equals("http") && !scheme.equals("https")) || uri.getHost() == null) {
			throw malformed(shape(baseUrl), "is not an absolute http or https URL");
		}
		if (uri.getRawUserInfo() != null) {
			throw malformed(scheme + "://…@" + uri.getHost(),
					"holds credentials: take them out and set the api-key property instead");
		}
		if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
			throw malformed(scheme + "://" + uri.getHost() + "…",
					"holds a query or fragment: take it out; parameters go to the request, keys to the api-key property");
		}
		String text = uri.toString();
		int end = text.length();
		while (text.charAt(end - 1) == '/') {
			end--;
		}
		return text.substring(0, end);
	}

	/**
	 * Return whether a base URL has a path.
	 * @param baseUrl a checked base URL
	 * @return false if it is a host alone
	 */
	public static boolean hasPath(String baseUrl) {
		return baseUrl.indexOf('/', baseUrl.indexOf("://") + 3) >= 0;
	}

	/**
	 * Return whether two base URLs are of one host.
	 * @param one a checked base URL
	 * @param other a checked base URL
	 * @return true if scheme, host and port are the same
	 */
	public static boolean sameOrigin(String one, String other) {
		if (one.equals(WITHIN) || other.equals(WITHIN) || Placeholders.missing(one) != null
				|| Placeholders.missing(other) != null) {
			return one.equals(other);
		}
		URI first = parse(one);
		URI second = parse(other);
		return first.getScheme().equalsIgnoreCase(second.getScheme())
				&& first.getHost().equalsIgnoreCase(second.getHost()) && port(first) == port(second);
	}

	private static int port(URI uri) {
		if (uri.getPort() >= 0) {
			return uri.getPort();
		}
		return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
	}

	private static URI parse(String text) {
		try {
			return new URI(text);
		}
		catch (URISyntaxException ex) {
			throw malformed(shape(text), "is malformed at position " + ex.getIndex());
		}
	}

	private static String shape(String text) {
		int at = text.lastIndexOf('@');
		return (at >= 0) ? "…" + text.substring(at) : text;
	}

	private static IllegalArgumentException malformed(String shown, String problem) {
		return new IllegalArgumentException("Base URL '" + shown + "' " + problem + ": give one like https://host/v1");
	}

}
