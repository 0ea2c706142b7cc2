package dev.litellm.dialect.openai;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.Tool;
import dev.litellm.json.Members;
import dev.litellm.provider.Quirks;

/**
 * The tools of a request as a provider takes them: without the members that it does not
 * know.
 */
final class Tools {

	/** Members whose own members are names of the user's, not words of a schema. */
	private static final Set<String> NAMED = Set.of("properties", "$defs", "definitions", "patternProperties");

	private final Set<String> unwanted;

	private Tools(Set<String> unwanted) {
		this.unwanted = unwanted;
	}

	static boolean isChanged(@Nullable Object tools, Quirks quirks) {
		if (!(tools instanceof List<?> items)) {
			return false;
		}
		return items.isEmpty() || !quirks.tools().drop().isEmpty() || quirks.tools().functionsOnly()
				|| (!quirks.messages().keepCacheControl() && items.stream().anyMatch(Tools::isMarked));
	}

	private static boolean isMarked(@Nullable Object tool) {
		if (tool instanceof Tool known) {
			return known.extra().containsKey(Messages.CACHE_CONTROL)
					|| known.functionExtra().containsKey(Messages.CACHE_CONTROL);
		}
		return tool instanceof Map<?, ?> fields
				&& (fields.containsKey(Messages.CACHE_CONTROL) || fields.values().stream().anyMatch(Tools::isMarked));
	}

	/**
	 * Add tools to those that a request has already.
	 * @param value the tools, or whatever the caller gave instead
	 * @param quirks what the provider takes
	 * @param result the parameters by the provider's names
	 */
	static void add(Object value, Quirks quirks, Map<String, @Nullable Object> result) {
		if (!(value instanceof List<?> tools)) {
			result.put("tools", value);
		}
		else if (!tools.isEmpty()) {
			List<Object> all = new ArrayList<>((result.get("tools") instanceof List<?> present) ? present : List.of());
			all.addAll(of(tools, quirks));
			result.put("tools", all);
		}
	}

	/**
	 * Add a search of the web, as a tool where the provider has it so.
	 * @param options the options that the caller gave
	 * @param quirks what the provider takes
	 * @param result the parameters by the provider's names
	 */
	static void addWebSearch(Object options, Quirks quirks, Map<String, @Nullable Object> result) {
		String type = quirks.tools().webSearch();
		if (type.isEmpty()) {
			result.put("web_search_options", options);
		}
		else {
			add(List.of(Tool.of(type, Map.of())), quirks, result);
		}
	}

	private static List<?> of(List<?> tools, Quirks quirks) {
		if (!isChanged(tools, quirks)) {
			return tools;
		}
		Set<String> unwanted = new TreeSet<>(quirks.tools().drop());
		if (!quirks.messages().keepCacheControl()) {
			unwanted.add(Messages.CACHE_CONTROL);
		}
		Tools cleaner = new Tools(unwanted);
		boolean functions = quirks.tools().functionsOnly();
		return tools.stream()
			.map((tool) -> (tool instanceof Tool known) ? cleaner.clean(functions ? function(known) : known)
					: cleaner.clean(tool))
			.toList();
	}

	private static Tool function(Tool tool) {
		if (!tool.type().equals("custom") || !(tool.extra().get("custom") instanceof Map<?, ?> custom)
				|| !(custom.get("name") instanceof String name)) {
			return tool;
		}
		Map<String, @Nullable Object> input = Map.of("type", "string", "description", "Raw tool input payload.");
		return Tool.function(name, (custom.get("description") instanceof String text) ? text : null,
				Map.of("type", "object", "properties", Map.of("input", input), "required", List.of("input")));
	}

	private Tool clean(Tool tool) {
		Map<String, @Nullable Object> parameters = tool.parameters();
		return new Tool(tool.type(), tool.name(), tool.description(), (parameters != null) ? members(parameters) : null,
				this.unwanted.contains("strict") ? null : tool.strict(), members(tool.functionExtra()),
				members(tool.extra()));
	}

	private @Nullable Object clean(@Nullable Object value) {
		if (value instanceof Map<?, ?> map) {
			return members(map);
		}
		return (value instanceof List<?> items) ? items.stream().map(this::clean).collect(Collectors.toList()) : value;
	}

	private Map<String, @Nullable Object> members(Map<?, ?> map) {
		Map<String, @Nullable Object> members = new Members();
		map.forEach((key, value) -> {
			String name = String.valueOf(key);
			if (NAMED.contains(name) && value instanceof Map<?, ?> named) {
				members.put(name, named(named));
			}
			else if (!this.unwanted.contains(name)) {
				members.put(name, clean(value));
			}
		});
		return members;
	}

	private Map<String, @Nullable Object> named(Map<?, ?> map) {
		Map<String, @Nullable Object> members = new Members();
		map.forEach((name, value) -> members.put(String.valueOf(name), clean(value)));
		return members;
	}

}
