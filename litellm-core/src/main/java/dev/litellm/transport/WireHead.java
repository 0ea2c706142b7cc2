package dev.litellm.transport;

import java.util.Locale;

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
		String type = type();
		return !isLines(type) && (type.startsWith("application/json") || type.contains("+json"));
	}

	/**
	 * Return how the answer says that it is cut into frames.
	 * @param standard how it should be cut
	 * @return events or lines where it says so, else the standard
	 */
	public Framing framing(Framing standard) {
		if (standard == Framing.AWS_EVENT_STREAM) {
			return standard;
		}
		String type = type();
		return type.startsWith(Framing.SSE.mediaType()) ? Framing.SSE : isLines(type) ? Framing.NDJSON : standard;
	}

	private String type() {
		String type = this.headers.getFirst(HttpHeaders.CONTENT_TYPE);
		return (type != null) ? type.toLowerCase(Locale.ROOT) : "";
	}

	private static boolean isLines(String type) {
		return type.contains("ndjson") || type.contains("jsonl") || type.contains("json-lines")
				|| type.startsWith("application/stream+json");
	}

}
