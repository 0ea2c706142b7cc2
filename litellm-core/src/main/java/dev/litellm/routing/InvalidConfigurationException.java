package dev.litellm.routing;

/**
 * A configuration that contradicts itself or names what does not exist.
 *
 * @since 0.1.0
 */
public final class InvalidConfigurationException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	private final String property;

	private final String problem;

	private final String action;

	/**
	 * Create an exception.
	 * @param property the property that is wrong
	 * @param problem what is wrong with it, as the end of a sentence
	 * @param action how to mend it, as a sentence
	 */
	public InvalidConfigurationException(String property, String problem, String action) {
		super(property + " is wrong: " + problem + ". " + action);
		this.property = property;
		this.problem = problem;
		this.action = action;
	}

	public String property() {
		return this.property;
	}

	public String problem() {
		return this.problem;
	}

	public String action() {
		return this.action;
	}

}
