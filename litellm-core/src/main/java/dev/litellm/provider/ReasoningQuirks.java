package dev.litellm.provider;

import java.util.Map;

/**
 * How a provider or model is told to reason.
 *
 * @param effort how {@code reasoning_effort} is written
 * @param effortNames values of {@code reasoning_effort} that go out as another
 * @param thinking how {@code thinking} is written
 * @since 0.1.0
 */
public record ReasoningQuirks(Effort effort, Map<String, String> effortNames, Thinking thinking) {

	private static final ReasoningQuirks NONE = new ReasoningQuirks(Effort.AS_GIVEN, Map.of(), Thinking.AS_GIVEN);

	public ReasoningQuirks {
		effortNames = Map.copyOf(effortNames);
	}

	public static ReasoningQuirks none() {
		return NONE;
	}

	public ReasoningQuirks over(ReasoningQuirks beneath) {
		return new ReasoningQuirks(Quirks.first(this.effort, beneath.effort, Effort.AS_GIVEN),
				Quirks.union(this.effortNames, beneath.effortNames),
				Quirks.first(this.thinking, beneath.thinking, Thinking.AS_GIVEN));
	}

	/**
	 * How {@code reasoning_effort} is written.
	 */
	public enum Effort {

		/** As it is. */
		AS_GIVEN,

		/** As it is, even where it is an object. */
		OBJECT,

		/** As {@code thinking}, enabled or disabled. */
		THINKING,

		/** As it is, but none as {@code reasoning}, not enabled. */
		SWITCH,

		/**
		 * As {@code thinking} with a budget, beside which there is room for the answer.
		 */
		BUDGET,

		/** Not at all. */
		DROP

	}

	/**
	 * How {@code thinking} is written.
	 */
	public enum Thinking {

		/** As it is. */
		AS_GIVEN,

		/** Its type alone, without a budget. */
		TYPE,

		/** As {@code reasoning_effort}, by its budget. */
		EFFORT

	}

}
