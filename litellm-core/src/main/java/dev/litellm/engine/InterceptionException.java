package dev.litellm.engine;

/**
 * What an interceptor has thrown, on its way past retries and fallbacks to the caller.
 */
final class InterceptionException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final RuntimeException thrown;

	InterceptionException(RuntimeException thrown) {
		super(null, thrown, false, false);
		this.thrown = thrown;
	}

	RuntimeException thrown() {
		return this.thrown;
	}

}
