package dev.litellm.conformance;

import java.util.Locale;

/**
 * What of a case is compared.
 */
enum Part {

	/** The requests to the provider. */
	WIRE,

	/** The whole answer. */
	RESPONSE,

	/** The chunks, what they make together, and their order. */
	STREAM,

	/** The failure. */
	ERROR;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
