package dev.litellm.samples.quickstart;

import org.jspecify.annotations.Nullable;

/**
 * A server that does not say which models it has.
 */
final class NoModelsException extends IllegalStateException {

	private static final long serialVersionUID = 1L;

	NoModelsException(String url, String problem, @Nullable Exception cause) {
		super(url + " lists no models: " + problem, cause);
	}

}
