package dev.litellm.transport;

import java.net.URI;
import java.util.Collections;
import java.util.Map;

import org.springframework.http.HttpMethod;

import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;

/**
 * A request as bytes; its headers, which hold the key, are never printed.
 *
 * @param method the HTTP method
 * @param uri the whole address
 * @param headers the headers by name
 * @param body the body
 * @since 0.1.0
 */
public record WireRequest(HttpMethod method, URI uri, Map<String, String> headers, WireBody body) {

	private static final String JSON = "application/json";

	public static WireRequest get(URI uri, Map<String, String> headers) {
		return new WireRequest(HttpMethod.GET, uri, headers, WireBody.empty());
	}

	public static WireRequest postJson(URI uri, Map<String, String> headers, WireBody body) {
		Map<String, String> all = new WireHeaders();
		all.put("Content-Type", JSON);
		all.put("Accept", JSON);
		headers.forEach((name, value) -> put(all, name, value));
		return new WireRequest(HttpMethod.POST, uri, Collections.unmodifiableMap(all), body);
	}

	/**
	 * Return whom the address names.
	 * @return the host, with the port where it is not the usual one
	 */
	public String host() {
		int usual = "https".equalsIgnoreCase(this.uri.getScheme()) ? 443 : 80;
		int port = this.uri.getPort();
		return (port < 0 || port == usual) ? this.uri.getHost() : this.uri.getHost() + ":" + port;
	}

	/**
	 * Return this request with one more header, or one replaced.
	 * @param name the header's name, in any case
	 * @param value its value
	 * @return the new request
	 */
	public WireRequest withHeader(String name, String value) {
		Map<String, String> all = new WireHeaders(this.headers);
		put(all, name, value);
		return new WireRequest(this.method, this.uri, Collections.unmodifiableMap(all), this.body);
	}

	/**
	 * Return this request for another address.
	 * @param uri the address
	 * @return the new request
	 */
	public WireRequest at(URI uri) {
		return new WireRequest(this.method, uri, this.headers, this.body);
	}

	/**
	 * Return this request for an answer of another type than JSON.
	 * @param mediaType the type to accept, unless the caller has said one
	 * @return the new request
	 */
	public WireRequest accepting(String mediaType) {
		return JSON.equals(this.headers.get("Accept")) ? withHeader("Accept", mediaType) : this;
	}

	private static void put(Map<String, String> headers, String name, String value) {
		check(name, value);
		headers.put(name, value);
	}

	private static void check(String name, String value) {
		for (int i = 0; i < value.length(); i++) {
			char c = value.charAt(i);
			if ((c < ' ' && c != '\t') || c == 0x7f) {
				throw Failure
					.of(ErrorKind.BAD_REQUEST, "the value of header '" + name.replaceAll("\\p{Cntrl}", "?")
							+ "' holds a line break or another control character at position " + i + ": take it out")
					.asException();
			}
		}
		if (!isName(name)) {
			throw Failure
				.of(ErrorKind.BAD_REQUEST,
						"'" + name.replaceAll("\\p{Cntrl}", "?")
								+ "' is no name of a header: give letters, digits and hyphens")
				.asException();
		}
	}

	private static boolean isName(String name) {
		for (int i = 0; i < name.length(); i++) {
			char c = name.charAt(i);
			if (c <= ' ' || c >= 0x7f || c == ':') {
				return false;
			}
		}
		return !name.isEmpty();
	}

	@Override
	public String toString() {
		return this.method + " " + this.uri.getScheme() + "://" + this.uri.getAuthority() + this.uri.getPath() + " ("
				+ this.body + ")";
	}

}
