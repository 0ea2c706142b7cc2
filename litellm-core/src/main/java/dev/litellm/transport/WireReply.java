package dev.litellm.transport;

import java.nio.charset.StandardCharsets;

import org.springframework.http.HttpHeaders;

/**
 * A whole answer as bytes.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param body the body
 * @since 0.1.0
 */
public record WireReply(int status, HttpHeaders headers, byte[] body) {

	public String text() {
		return new String(this.body, StandardCharsets.UTF_8);
	}

	@Override
	public String toString() {
		return this.status + " (" + this.body.length + " bytes)";
	}

}
