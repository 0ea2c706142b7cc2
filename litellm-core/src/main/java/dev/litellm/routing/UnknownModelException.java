package dev.litellm.routing;

/**
 * A model's name that leads to no provider.
 *
 * @since 0.1.0
 */
public final class UnknownModelException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	private final String model;

	UnknownModelException(String model, String message) {
		super(message);
		this.model = model;
	}

	public String model() {
		return this.model;
	}

}
