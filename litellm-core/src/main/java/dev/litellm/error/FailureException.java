package dev.litellm.error;

/**
 * A {@link Failure} on its way from a decoder or the transport to the engine; a caller
 * never sees it.
 *
 * @since 0.1.0
 */
public final class FailureException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Failure failure;

	FailureException(Failure failure) {
		super(failure.message(), failure.cause(), false, false);
		this.failure = failure;
	}

	public Failure failure() {
		return this.failure;
	}

}
