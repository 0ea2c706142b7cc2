package dev.litellm.test;

/**
 * The content of a {@link Reply}.
 */
@FunctionalInterface
interface Body {

	/**
	 * Returns the content for a request.
	 * @param request the request
	 * @param shape what of it may be used by a {@linkplain #isFixed() fixed} content
	 */
	Payload render(RecordedRequest request, Shape shape);

	/**
	 * Whether requests of equal shape get equal bytes.
	 */
	default boolean isFixed() {
		return true;
	}

	static Body of(Payload payload) {
		return (request, shape) -> payload;
	}

}
