package dev.litellm.error;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A stream that broke after content had reached the caller: it is neither tried again nor
 * continued elsewhere, and carries what has arrived.
 *
 * @since 0.1.0
 */
public final class LlmStreamException extends LlmException {

	private static final long serialVersionUID = 1L;

	private final transient @Nullable Object partial;

	LlmStreamException(Failure failure, @Nullable String provider, @Nullable String model, List<Attempt> attempts,
			@Nullable Object partial) {
		super(failure, provider, model, attempts);
		this.partial = partial;
	}

	/**
	 * Return what has arrived before the stream broke.
	 * @param <T> the type of the operation's answer
	 * @param type the type of the operation's answer, for example {@code ChatResponse}
	 * @return the answer as far as it came, or null where none was kept
	 */
	public <T> @Nullable T partial(Class<T> type) {
		return type.isInstance(this.partial) ? type.cast(this.partial) : null;
	}

}
