package dev.litellm.dialect.anthropic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import dev.litellm.chat.Tool;
import dev.litellm.dialect.SchemaTool;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.ToolNames;
import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.Values;

/**
 * The tools of a request and the choice among them, as Anthropic takes them. Not
 * thread-safe.
 */
final class Tools {

	private static final String TYPE = "type";

	/** What stands beside the function or, as LiteLLM takes it too, in it. */
	private static final List<String> FEATURES = List.of(Block.CACHE_CONTROL, Betas.DEFER_LOADING, Betas.INPUT_EXAMPLES,
			"allowed_callers");

	private static final Map<String, Integer> SEARCHES = Map.of("low", 1, "medium", 5, "high", 10);

	/**
	 * Stands in conversations that hold calls of tools but offer none, which the API
	 * refuses.
	 */
	private static final Tool PLACEHOLDER = Tool.function("unused_tool",
			"Stands for tools that are no longer offered; never call it.", null);

	private final Target target;

	private final ToolNames names;

	private final Betas betas;

	private final List<Json.Writable> offered = new ArrayList<>(0);

	private List<Json.Writable> servers = List.of();

	private @Nullable Members choice;

	Tools(Target target, ToolNames names, Betas betas) {
		this.target = target;
		this.names = names;
		this.betas = betas;
	}

	/**
	 * Add the tool whose input is the answer.
	 * @param schema the schema of its input
	 * @param forced whether it has to be called
	 */
	void addAnswer(Map<?, ?> schema, boolean forced) {
		this.offered.add((generator) -> {
			generator.writeStartObject();
			generator.writeStringProperty("name", SchemaTool.NAME);
			Json.write(generator, "input_schema", schema);
			generator.writeEndObject();
		});
		this.choice = forced ? new Members().add(TYPE, "tool").add("name", SchemaTool.NAME) : null;
	}

	void add(Tool tool) {
		this.betas.tool(tool);
		if (tool.type().equals("mcp")) {
			this.servers = this.servers.isEmpty() ? new ArrayList<>() : this.servers;
			this.servers.add((generator) -> writeServer(generator, tool.extra()));
		}
		else if (tool.name() == null) {
			this.offered.add((tool.extra().get("function") instanceof Map<?, ?> function) ? own(tool, function) : tool);
		}
		else {
			this.offered.add(new Function(this.names.wire(tool.name()), tool));
			if (Boolean.TRUE.equals(tool.strict())) {
				this.target
					.note("strict was left out of tool '" + tool.name() + "': Anthropic takes it for answers only");
			}
		}
	}

	/** Some write Anthropic's own tools as functions. */
	private static Tool own(Tool tool, Map<?, ?> function) {
		Members members = new Members(tool.extra());
		members.remove("function");
		members.add("name", function.get("name"));
		Values.fields(function.get("parameters")).forEach((name, value) -> members.add(String.valueOf(name), value));
		if (function.get(Block.CACHE_CONTROL) != null) {
			members.putIfAbsent(Block.CACHE_CONTROL, function.get(Block.CACHE_CONTROL));
		}
		return Tool.of(tool.type(), members);
	}

	private static void writeServer(JsonGenerator generator, Map<String, @Nullable Object> fields) {
		generator.writeStartObject();
		generator.writeStringProperty(TYPE, "url");
		Json.write(generator, "url", fields.get("server_url"));
		Json.write(generator, "name", fields.get("server_label"));
		Object allowed = fields.get("allowed_tools");
		if (allowed != null) {
			Json.write(generator, "tool_configuration", Map.of("allowed_tools", allowed));
		}
		if (Values.fields(fields.get("headers")).get("Authorization") instanceof String value) {
			generator.writeStringProperty("authorization_token",
					value.startsWith("Bearer ") ? value.substring("Bearer ".length()) : value);
		}
		generator.writeEndObject();
	}

	/**
	 * Add Anthropic's search of the web.
	 * @param options OpenAI's {@code web_search_options}
	 */
	void addSearch(Map<?, ?> options) {
		Members search = new Members().add("name", "web_search");
		Integer uses = SEARCHES.get(String.valueOf(options.get("search_context_size")));
		if (uses != null) {
			search.add("max_uses", uses);
		}
		if (options.get("user_location") instanceof Map<?, ?> location) {
			Members place = new Members().add(TYPE, "approximate");
			Map<?, ?> fields = (location.get("approximate") instanceof Map<?, ?> nested) ? nested : location;
			fields.forEach((name, value) -> place.add(String.valueOf(name), value));
			search.add("user_location", place);
		}
		Tool tool = Tool.of("web_search_20250305", search);
		this.betas.tool(tool.type());
		this.offered.add(tool);
	}

	/**
	 * Choose among the tools, unless the choice is made.
	 * @param asked OpenAI's {@code tool_choice}
	 * @param mayForce whether the model can be made to call one
	 * @return false where it cannot, but should
	 */
	boolean choose(Object asked, boolean mayForce) {
		if (this.choice == null) {
			Members choice = choice(asked);
			if (!mayForce && ("any".equals(choice.get(TYPE)) || "tool".equals(choice.get(TYPE)))) {
				return false;
			}
			this.choice = choice;
		}
		return true;
	}

	private Members choice(Object asked) {
		if (asked instanceof Map<?, ?> fields) {
			Object name = (fields.get("function") instanceof Map<?, ?> function) ? function.get("name")
					: fields.get("name");
			return (name != null) ? new Members().add(TYPE, "tool").add("name", this.names.wire(name.toString()))
					: new Members().add(TYPE, fields.get(TYPE));
		}
		return new Members().add(TYPE, switch (asked.toString()) {
			case "required", "any" -> "any";
			case "none" -> "none";
			default -> "auto";
		});
	}

	/**
	 * Put all of it into a body.
	 * @param body the body
	 * @param used whether the conversation holds calls of tools
	 * @param parallel OpenAI's {@code parallel_tool_calls}
	 */
	void put(Map<String, @Nullable Object> body, boolean used, @Nullable Object parallel) {
		if (this.offered.isEmpty() && used) {
			add(PLACEHOLDER);
		}
		if (!this.offered.isEmpty()) {
			body.put("tools", this.offered);
		}
		if (!this.servers.isEmpty()) {
			this.betas.add("mcp-client-2025-04-04");
			body.put("mcp_servers", this.servers);
		}
		if (parallel instanceof Boolean flag && !this.offered.isEmpty()) {
			this.choice = (this.choice != null) ? this.choice : new Members().add(TYPE, "auto");
			if (!"none".equals(this.choice.get(TYPE))) {
				this.choice.add("disable_parallel_tool_use", !flag);
			}
		}
		if (this.choice != null) {
			body.put("tool_choice", this.choice);
		}
	}

	/**
	 * A function.
	 *
	 * @param name its name on the wire
	 * @param tool the function; its further members come before its own
	 */
	private record Function(String name, Tool tool) implements Json.Writable {

		@Override
		public void writeTo(JsonGenerator generator) {
			generator.writeStartObject();
			write(generator, "name", this.name);
			write(generator, "input_schema", Schemas.input(this.tool.parameters()));
			write(generator, TYPE, "custom");
			write(generator, "description", this.tool.description());
			this.tool.extra().forEach((name, value) -> Json.write(generator, name, value));
			for (String name : FEATURES) {
				write(generator, name, this.tool.functionExtra().get(name));
			}
			generator.writeEndObject();
		}

		private void write(JsonGenerator generator, String name, @Nullable Object value) {
			if (!this.tool.extra().containsKey(name)) {
				Json.writeGiven(generator, name, value);
			}
		}

	}

}
