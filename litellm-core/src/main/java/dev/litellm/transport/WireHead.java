package dev.litellm.transport;

import org.springframework.http.HttpHeaders;

/**
 * The beginning of an answer.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @since 0.1.0
 */
public record WireHead(int status, HttpHeaders headers) {

	public boolean isError() {
		return this.status >= 300;
	}

	/**
	 * Return whether the answer says that it is a JSON document.
	 * @return true for {@code application/json} and its kin, but not for JSON lines
	 */
	public boolean isJson() {
		String type = this.headers.getFirst(HttpHeaders.CONTENT_TYPE);
		return type != null && (type.startsWith("application/json") || type.contains("+json"));
	}

}
