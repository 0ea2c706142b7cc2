package dev.litellm.test;

import java.nio.charset.StandardCharsets;
import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * What an answer says, before it is put on the wire: the pieces of a body, sent one after
 * the other.
 *
 * @param status the HTTP status
 * @param contentType the media type
 * @param pieces the body, piece by piece
 * @param chunked whether the length is unknown beforehand
 */
record Payload(int status, String contentType, List<byte[]> pieces, boolean chunked) {

	static final String JSON = "application/json";

	static Payload json(int status, JsonNode json) {
		return whole(status, JSON, Json.bytes(json));
	}

	static Payload whole(int status, String contentType, byte[] body) {
		return new Payload(status, contentType, (body.length == 0) ? List.of() : List.of(body), false);
	}

	static Payload events(List<byte[]> pieces) {
		return new Payload(200, "text/event-stream; charset=utf-8", List.copyOf(pieces), true);
	}

	static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
