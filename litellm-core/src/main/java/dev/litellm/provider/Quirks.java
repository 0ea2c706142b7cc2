package dev.litellm.provider;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a provider or a model differs in from the format that it speaks, as data.
 *
 * @param parameters the parameters it takes
 * @param reasoning how it is told to reason
 * @param tools the tools and choices of tools it takes
 * @param messages the messages it takes
 * @param body what else its bodies hold
 * @since 0.1.0
 */
public record Quirks(ParameterQuirks parameters, ReasoningQuirks reasoning, ToolQuirks tools, MessageQuirks messages,
		BodyQuirks body) {

	private static final Quirks NONE = new Quirks(ParameterQuirks.none(), ReasoningQuirks.none(), ToolQuirks.none(),
			MessageQuirks.none(), BodyQuirks.none());

	public static Quirks none() {
		return NONE;
	}

	/**
	 * Return these quirks together with those of the layer beneath, the provider's.
	 * @param beneath the quirks of the layer beneath
	 * @return both together; where they contradict, these
	 */
	public Quirks over(Quirks beneath) {
		if (equals(NONE)) {
			return beneath;
		}
		return new Quirks(this.parameters.over(beneath.parameters), this.reasoning.over(beneath.reasoning),
				this.tools.over(beneath.tools), this.messages.over(beneath.messages), this.body.over(beneath.body));
	}

	public Quirks withParameters(ParameterQuirks parameters) {
		return new Quirks(parameters, this.reasoning, this.tools, this.messages, this.body);
	}

	public Quirks withReasoning(ReasoningQuirks reasoning) {
		return new Quirks(this.parameters, reasoning, this.tools, this.messages, this.body);
	}

	public Quirks withTools(ToolQuirks tools) {
		return new Quirks(this.parameters, this.reasoning, tools, this.messages, this.body);
	}

	public Quirks withMessages(MessageQuirks messages) {
		return new Quirks(this.parameters, this.reasoning, this.tools, messages, this.body);
	}

	public Quirks withBody(BodyQuirks body) {
		return new Quirks(this.parameters, this.reasoning, this.tools, this.messages, body);
	}

	static <T> Set<T> union(Set<T> one, Set<T> other) {
		if (one.isEmpty() || other.isEmpty()) {
			return one.isEmpty() ? other : one;
		}
		Set<T> both = new LinkedHashSet<>(one);
		both.addAll(other);
		return both;
	}

	static <V extends @Nullable Object> Map<String, V> union(Map<String, V> above, Map<String, V> beneath) {
		if (above.isEmpty() || beneath.isEmpty()) {
			return above.isEmpty() ? beneath : above;
		}
		Map<String, V> both = new LinkedHashMap<>(beneath);
		both.putAll(above);
		return both;
	}

	static <T> T first(T above, T beneath, T standard) {
		return above.equals(standard) ? beneath : above;
	}

}
