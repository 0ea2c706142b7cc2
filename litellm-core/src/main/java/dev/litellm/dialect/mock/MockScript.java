package dev.litellm.dialect.mock;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.Durations;
import dev.litellm.dialect.Step;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;

/**
 * What a mocked call comes to.
 *
 * @param response the text, the pieces of a stream, the whole answer, or an error
 * @param delay how long it takes until the answer comes, or null where it never comes
 */
record MockScript(Object response, @Nullable Duration delay) {

	static final String RESPONSE = "mock_response";

	private static final String DELAY = "mock_delay";

	private static final String TIMEOUT = "mock_timeout";

	private static final Duration EVER = Duration.ofDays(3650);

	/**
	 * Return the script of a call.
	 * @param parameters the request's parameters
	 * @param model the model's name, which is the answer where no other is given
	 * @return the script
	 */
	static MockScript of(Map<String, @Nullable Object> parameters, String model) {
		Object response = parameters.get(RESPONSE);
		boolean late = Boolean.TRUE.equals(parameters.get(TIMEOUT));
		return new MockScript((response != null) ? response : model, late ? null : delay(parameters.get(DELAY)));
	}

	private static Duration delay(@Nullable Object given) {
		if (given == null) {
			return Duration.ZERO;
		}
		Duration delay = Durations.parse(given.toString());
		if (delay == null) {
			throw Failure
				.of(ErrorKind.BAD_REQUEST,
						"'" + DELAY + "' is '" + given + "': give seconds, for example 0.2, or a text like 200ms")
				.asException();
		}
		return delay;
	}

	<T> Step<T> after(Supplier<Step<T>> then) {
		if (this.delay == null) {
			return new Step.Wait<>(EVER, then);
		}
		return this.delay.isZero() ? then.get() : new Step.Wait<>(this.delay, then);
	}

	/**
	 * Return the pieces that the answer comes in.
	 * @return texts, and at most one error, at the end
	 */
	List<?> pieces() {
		if (this.response instanceof List<?> pieces) {
			return pieces;
		}
		if (this.response instanceof String text && MockErrors.of(text) == null) {
			return Arrays.asList(text.split("(?<=\\s)(?=\\S)"));
		}
		return List.of(this.response);
	}

}
