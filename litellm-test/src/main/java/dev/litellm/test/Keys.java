package dev.litellm.test;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Looks for the key of a request where OpenAI, Azure and LiteLLM look for it.
 */
final class Keys {

	private static final List<String> HEADERS = List.of("api-key", "x-api-key", "x-litellm-api-key");

	private Keys() {
	}

	static boolean accepts(@Nullable String key, RecordedRequest request) {
		if (key == null || request.path().contains("/health/")) {
			return true;
		}
		String bearer = "Bearer " + key;
		return bearer.equals(request.header("Authorization"))
				|| HEADERS.stream().map(request::header).anyMatch((value) -> key.equals(value) || bearer.equals(value));
	}

}
