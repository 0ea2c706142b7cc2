package dev.litellm.dialect.anthropic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.Tool;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.ToolNames;
import dev.litellm.json.Members;
import dev.litellm.json.Values;

/**
 * Tools and their choice as Anthropic takes them.
 */
final class Tools {

	private static final Map<String, Integer> SEARCHES = Map.of("low", 1, "medium", 5, "high", 10);

	private Tools() {
	}

	static void add(Tool tool, ToolNames names, Betas betas, Target target, List<Object> tools, List<Object> servers) {
		betas.tool(tool);
		if (tool.type().equals("mcp")) {
			servers.add(server(tool.extra()));
			return;
		}
		Map<String, @Nullable Object> result = new Members();
		if (tool.name() == null) {
			result.put("type", tool.type());
			result.putAll(tool.extra());
			if (result.remove("function") instanceof Map<?, ?> function) {
				result.put("name", function.get("name"));
				result.putAll(Values.copy(Values.fields(function.get("parameters"))));
			}
			tools.add(result);
			return;
		}
		result.put("name", names.wire(tool.name()));
		result.put("input_schema", Schemas.input(tool.parameters()));
		result.put("type", "custom");
		if (tool.description() != null) {
			result.put("description", tool.description());
		}
		if (Boolean.TRUE.equals(tool.strict())) {
			target.note("strict was left out of tool '" + tool.name() + "': Anthropic takes it for answers only");
		}
		result.putAll(tool.extra());
		tools.add(result);
	}

	private static Map<String, @Nullable Object> server(Map<String, @Nullable Object> fields) {
		Map<String, @Nullable Object> server = new Members();
		server.put("type", "url");
		server.put("url", fields.get("server_url"));
		server.put("name", fields.get("server_label"));
		if (fields.get("allowed_tools") != null) {
			server.put("tool_configuration", Map.of("allowed_tools", fields.get("allowed_tools")));
		}
		if (fields.get("headers") instanceof Map<?, ?> headers
				&& headers.get("Authorization") instanceof String value) {
			server.put("authorization_token",
					value.startsWith("Bearer ") ? value.substring("Bearer ".length()) : value);
		}
		return server;
	}

	static Map<String, @Nullable Object> webSearch(Map<?, ?> options) {
		Map<String, @Nullable Object> tool = new Members();
		tool.put("type", "web_search_20250305");
		tool.put("name", "web_search");
		Integer uses = SEARCHES.get(String.valueOf(options.get("search_context_size")));
		if (uses != null) {
			tool.put("max_uses", uses);
		}
		if (options.get("user_location") instanceof Map<?, ?> location) {
			Map<String, @Nullable Object> place = new Members();
			place.put("type", "approximate");
			Map<?, ?> fields = (location.get("approximate") instanceof Map<?, ?> nested) ? nested : location;
			fields.forEach((name, value) -> place.put(String.valueOf(name), value));
			tool.put("user_location", place);
		}
		return tool;
	}

	/**
	 * Return a tool for conversations that hold calls of tools but offer none, which the
	 * API refuses.
	 * @return the tool
	 */
	static Map<String, @Nullable Object> placeholder() {
		Map<String, @Nullable Object> tool = new Members();
		tool.put("name", "unused_tool");
		tool.put("input_schema", Schemas.input(null));
		tool.put("type", "custom");
		tool.put("description", "Stands for tools that are no longer offered; never call it.");
		return tool;
	}

	static Map<String, @Nullable Object> choice(Object asked, ToolNames names) {
		if (asked instanceof Map<?, ?> fields) {
			Object name = (fields.get("function") instanceof Map<?, ?> function) ? function.get("name")
					: fields.get("name");
			Map<String, @Nullable Object> choice = new Members();
			choice.put("type", (name != null) ? "tool" : fields.get("type"));
			if (name != null) {
				choice.put("name", names.wire(name.toString()));
			}
			return choice;
		}
		return new LinkedHashMap<>(Map.of("type", switch (asked.toString()) {
			case "required", "any" -> "any";
			case "none" -> "none";
			default -> "auto";
		}));
	}

}
