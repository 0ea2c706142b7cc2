package dev.litellm.dialect.bedrock;

import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;

/**
 * Refusal of a request that Bedrock would not take.
 */
final class Refusal {

	private Refusal() {
	}

	static RuntimeException of(String message) {
		return Failure.of(ErrorKind.BAD_REQUEST, message).asException();
	}

}
