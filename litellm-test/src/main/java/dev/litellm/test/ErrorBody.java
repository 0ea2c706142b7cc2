package dev.litellm.test;

import org.jspecify.annotations.Nullable;

/**
 * An error as the content of an answer.
 *
 * @param status the HTTP status
 * @param code the code, or {@code null} for the status's own
 * @param message the message, or {@code null} for OpenAI's words
 */
record ErrorBody(int status, @Nullable String code, @Nullable String message) implements Body {

	@Override
	public Payload render(RecordedRequest request, Shape shape) {
		OpenAiError error = (this.code != null) ? OpenAiError.of(this.status, this.code, shape.model())
				: OpenAiError.of(this.status, shape.model());
		return Payload.json(this.status, ((this.message != null) ? error.withMessage(this.message) : error).json());
	}

}
