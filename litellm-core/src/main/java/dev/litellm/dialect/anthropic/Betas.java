package dev.litellm.dialect.anthropic;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import dev.litellm.chat.Tool;

/**
 * The features of a request that want a mark in the {@code anthropic-beta} header.
 */
final class Betas {

	static final String HEADER = "anthropic-beta";

	private static final Map<String, String> BY_TOOL = Map.of("computer_20251124", "computer-use-2025-11-24",
			"computer_20250124", "computer-use-2025-01-24", "computer_20241022", "computer-use-2024-10-22",
			"code_execution_20250825", "code-execution-2025-08-25", "web_fetch_20250910", "web-fetch-2025-09-10",
			"memory_20250818", "context-management-2025-06-27", "tool_search_tool_regex_20251119",
			"advanced-tool-use-2025-11-20", "tool_search_tool_bm25_20251119", "advanced-tool-use-2025-11-20");

	private final Set<String> names = new LinkedHashSet<>();

	void add(String name) {
		this.names.add(name);
	}

	void tool(Tool tool) {
		String beta = BY_TOOL.get(tool.type());
		if (beta != null) {
			add(beta);
		}
		if (tool.extra().containsKey("input_examples") || tool.extra().containsKey("defer_loading")) {
			add("advanced-tool-use-2025-11-20");
		}
	}

	boolean isEmpty() {
		return this.names.isEmpty();
	}

	/**
	 * Return the header's value.
	 * @param given the value that the caller gives the header, or empty
	 * @return both together
	 */
	String header(String given) {
		Set<String> all = new LinkedHashSet<>();
		for (String name : given.split(",")) {
			if (!name.isBlank()) {
				all.add(name.strip());
			}
		}
		all.addAll(this.names);
		return String.join(",", all);
	}

}
