package dev.litellm.provider;

import java.util.Map;
import java.util.Set;

/**
 * The tools and choices of tools that a provider or model takes.
 *
 * @param choices the accepted values of {@code tool_choice}, {@value #NAMED} for the
 * object that names a function; empty for all
 * @param choiceNames words of {@code tool_choice} that go out as another
 * @param drop the members that are taken out of tool definitions, at any depth
 * @param functionsOnly whether tools of type {@code custom} go out as functions
 * @param webSearch the type of the tool that {@code web_search_options} go out as, or
 * empty where they go out as they are
 * @param choiceWithTools whether {@code tool_choice} is left out where there are no tools
 * @since 0.1.0
 */
public record ToolQuirks(Set<String> choices, Map<String, String> choiceNames, Set<String> drop, boolean functionsOnly,
		String webSearch, boolean choiceWithTools) {

	/** Stands for the object that names a function. */
	public static final String NAMED = "named";

	private static final ToolQuirks NONE = new ToolQuirks(Set.of(), Map.of(), Set.of(), false, "", false);

	public ToolQuirks {
		choices = Set.copyOf(choices);
		choiceNames = Map.copyOf(choiceNames);
		drop = Set.copyOf(drop);
	}

	public static ToolQuirks none() {
		return NONE;
	}

	/**
	 * Return whether tools and choices of tools go out as they are.
	 * @return true if nothing is refused or changed
	 */
	public boolean isPlain() {
		return this.choices.isEmpty() && this.choiceNames.isEmpty() && this.drop.isEmpty() && !this.functionsOnly
				&& this.webSearch.isEmpty() && !this.choiceWithTools;
	}

	public ToolQuirks over(ToolQuirks beneath) {
		return new ToolQuirks(this.choices.isEmpty() ? beneath.choices : this.choices,
				Quirks.union(this.choiceNames, beneath.choiceNames), Quirks.union(this.drop, beneath.drop),
				this.functionsOnly || beneath.functionsOnly,
				this.webSearch.isEmpty() ? beneath.webSearch : this.webSearch,
				this.choiceWithTools || beneath.choiceWithTools);
	}

}
