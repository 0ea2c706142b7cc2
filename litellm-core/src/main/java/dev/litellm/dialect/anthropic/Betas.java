package dev.litellm.dialect.anthropic;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.Tool;
import dev.litellm.dialect.Target;
import dev.litellm.provider.BetaQuirks;

/**
 * The features of a request that want a mark in the {@code anthropic-beta} header, or in
 * the body.
 */
final class Betas {

	static final String HEADER = "anthropic-beta";

	static final String DEFER_LOADING = "defer_loading";

	static final String INPUT_EXAMPLES = "input_examples";

	private static final String ADVANCED = "advanced-tool-use-2025-11-20";

	/** What some servers want in its place for examples alone. */
	private static final String EXAMPLES = "tool-examples-2025-10-29";

	private static final Map<String, String> BY_TOOL = Map.of("computer_20251124", "computer-use-2025-11-24",
			"computer_20250124", "computer-use-2025-01-24", "computer_20241022", "computer-use-2024-10-22",
			"code_execution_20250825", "code-execution-2025-08-25", "web_fetch_20250910", "web-fetch-2025-09-10",
			"memory_20250818", "context-management-2025-06-27", "tool_search_tool_regex_20251119", ADVANCED,
			"tool_search_tool_bm25_20251119", ADVANCED, "tool_search_tool_regex", ADVANCED);

	/** Betas that only some servers want a mark for. */
	private static final Map<String, String> MARKED = Map.of("web_search_20250305", "web-search-2025-03-05");

	private final Target target;

	/** Most requests have none. */
	private Set<String> names = Set.of();

	Betas(Target target) {
		this.target = target;
	}

	void add(String name) {
		this.names = this.names.isEmpty() ? new LinkedHashSet<>() : this.names;
		this.names.add(name);
	}

	void tool(Tool tool) {
		tool(tool.type());
		String beta = BY_TOOL.get(tool.type());
		if (beta != null) {
			add(beta);
		}
		if (has(tool, DEFER_LOADING)) {
			add(ADVANCED);
		}
		if (has(tool, INPUT_EXAMPLES)) {
			add(quirks().names().containsKey(EXAMPLES) ? EXAMPLES : ADVANCED);
		}
	}

	private static boolean has(Tool tool, String member) {
		return tool.extra().containsKey(member) || tool.functionExtra().containsKey(member);
	}

	/**
	 * Take note of a tool that only some servers want a mark for.
	 * @param type its type
	 */
	void tool(String type) {
		String beta = MARKED.get(type);
		if (beta != null && quirks().names().containsKey(beta)) {
			add(beta);
		}
	}

	private BetaQuirks quirks() {
		return this.target.quirks().body().betas();
	}

	/**
	 * Put the betas where the server reads them.
	 * @param headers the headers of the request, which may hold some that the caller gave
	 * @param body the body
	 */
	void put(Map<String, String> headers, Map<String, @Nullable Object> body) {
		if (this.names.isEmpty() && !headers.containsKey(HEADER)) {
			return;
		}
		Set<String> all = new LinkedHashSet<>();
		for (String name : headers.getOrDefault(HEADER, "").split(",")) {
			if (!name.isBlank()) {
				all.add(name.strip());
			}
		}
		for (String name : this.names) {
			String wire = quirks().names().getOrDefault(name, name);
			if (wire.isEmpty()) {
				this.target.note("the beta " + name + " was left out: " + this.target.provider().name() + " has none");
			}
			else {
				all.add(wire);
			}
		}
		headers.remove(HEADER);
		if (!all.isEmpty() && quirks().place() != BetaQuirks.Place.BODY) {
			headers.put(HEADER, String.join(",", all));
		}
		if (!all.isEmpty() && quirks().place() != BetaQuirks.Place.HEADER) {
			body.put("anthropic_beta", List.copyOf(all));
		}
	}

}
