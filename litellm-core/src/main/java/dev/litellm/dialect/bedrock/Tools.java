package dev.litellm.dialect.bedrock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import dev.litellm.chat.Tool;
import dev.litellm.dialect.SchemaTool;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.ToolNames;
import dev.litellm.dialect.Unsupported;
import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.Values;
import dev.litellm.provider.ModelFacts;

/**
 * Tools and their choice as Bedrock takes them; tools of Anthropic's own go beside them.
 */
final class Tools {

	private static final String COMPUTER_USE = "computer-use-";

	private static final Map<String, String> BETAS = Map.of("20241022", COMPUTER_USE + "2024-10-22", "20250124",
			COMPUTER_USE + "2025-01-24", "20250429", COMPUTER_USE + "2025-01-24", "20251124",
			COMPUTER_USE + "2025-11-24");

	private final Target target;

	private final ModelFacts facts;

	private final ToolNames names;

	private final List<Json.Writable> tools = new ArrayList<>();

	/** Tools that Claude runs or knows itself. */
	private final List<Json.Writable> own = new ArrayList<>();

	private final List<Object> betas = new ArrayList<>();

	private @Nullable Union choice;

	private @Nullable Boolean parallel;

	Tools(Target target, ModelFacts facts, ToolNames names) {
		this.target = target;
		this.facts = facts;
		this.names = names;
	}

	/**
	 * Add the tool whose input is the answer, which must be called.
	 * @param tool the tool
	 * @param forced whether that can be said
	 */
	void answer(Tool tool, boolean forced) {
		this.tools.add(spec(tool));
		if (forced) {
			this.choice = new Union("tool", new Union("name", SchemaTool.NAME));
		}
	}

	void system(String name) {
		this.tools.add(new Union("systemTool", new Union("name", name)));
	}

	void add(Tool tool, Marks marks) {
		if (tool.name() != null) {
			this.tools.add(spec(tool));
			Object mark = tool.extra().get(Marks.CACHE_CONTROL);
			marks.after(this.tools, (mark != null) ? mark : tool.functionExtra().get(Marks.CACHE_CONTROL));
		}
		else if (tool.type().isEmpty()) {
			this.tools.add(tool);
		}
		else {
			this.own.add(own(tool));
			String beta = BETAS.get(tool.type().substring(tool.type().lastIndexOf('_') + 1));
			if (beta != null && !this.betas.contains(beta) && !this.facts.has("no-betas")) {
				this.betas.add(beta);
			}
		}
	}

	private Union spec(Tool tool) {
		String name = (tool.name() != null) ? tool.name() : "";
		Object schema = (tool.parameters() != null) ? tool.parameters() : tool.functionExtra().get("input_schema");
		boolean strict = this.facts.has("strict-tools");
		if (!strict && Boolean.TRUE.equals(tool.strict())) {
			this.target.note("strict was left out of tool '" + name + "': the model does not take it");
		}
		return new Union("toolSpec",
				new Spec(this.names.wire(name),
						(tool.description() != null && !tool.description().isBlank()) ? tool.description() : name,
						new Union("json", Schemas.input(schema, strict)), strict ? tool.strict() : null));
	}

	/** Some write Anthropic's own tools as functions. */
	private static Tool own(Tool tool) {
		Members members = new Members();
		if (tool.extra().get("function") instanceof Map<?, ?> function) {
			members.add("name", function.get("name"));
			members.putAll(Values.copy(Values.fields(function.get("parameters"))));
		}
		tool.extra().forEach(members::add);
		members.remove("function");
		members.remove("type");
		members.remove(Marks.CACHE_CONTROL);
		return Tool.of(tool.type(), members);
	}

	void choose(@Nullable Object asked, boolean thinking, Unsupported refused) {
		if (asked == null || this.choice != null) {
			return;
		}
		String word = (asked instanceof Map<?, ?> fields) ? String.valueOf(fields.get("type")) : asked.toString();
		Object name = named(asked);
		if (word.equals("none") || (!word.equals("auto") && this.facts.has("no-tool-choice"))) {
			refused.add("tool_choice");
		}
		else if (word.equals("auto") && this.facts.has("no-tool-choice")) {
			this.choice = null;
		}
		else if (word.equals("auto")) {
			this.choice = new Union("auto", Map.of());
		}
		else if (thinking) {
			this.target.note("tool_choice went out as auto: no call can be forced while the model thinks");
			this.choice = new Union("auto", Map.of());
		}
		else {
			this.choice = (name != null) ? new Union("tool", new Union("name", this.names.wire(name.toString())))
					: new Union("any", Map.of());
		}
	}

	private static @Nullable Object named(Object asked) {
		if (!(asked instanceof Map<?, ?> fields)) {
			return null;
		}
		return (fields.get("function") instanceof Map<?, ?> function) ? function.get("name") : fields.get("name");
	}

	void parallel(@Nullable Object asked, Unsupported refused) {
		if (!(asked instanceof Boolean flag) || this.tools.isEmpty()) {
			return;
		}
		if (this.facts.has("strict-tools")) {
			this.parallel = flag;
		}
		else if (!flag) {
			refused.add("parallel_tool_calls");
		}
	}

	/**
	 * Put all of it where it belongs.
	 * @param body the request's body
	 * @param additional the members that go to the model as they are
	 * @param marks know whether the tools end in a cache point
	 */
	void finish(Map<String, @Nullable Object> body, Map<String, @Nullable Object> additional, Marks marks) {
		if (!this.tools.isEmpty()) {
			marks.afterTools(this.tools);
			Map<String, @Nullable Object> config = new Members();
			config.put("tools", this.tools);
			if (this.choice != null) {
				config.put("toolChoice", this.choice);
			}
			body.put("toolConfig", config);
		}
		if (this.parallel != null) {
			Map<String, @Nullable Object> serial = new Members();
			if (this.choice == null) {
				serial.put("type", "auto");
			}
			serial.put("disable_parallel_tool_use", !this.parallel);
			additional.put("tool_choice", serial);
		}
		if (!this.own.isEmpty()) {
			additional.put("tools", this.own);
		}
		if (!this.betas.isEmpty()) {
			additional.put("anthropic_beta", this.betas);
		}
	}

	/**
	 * A tool's declaration.
	 *
	 * @param name its name
	 * @param description what it is for
	 * @param input the schema of its input
	 * @param strict whether the model is held to it, or null
	 */
	private record Spec(String name, String description, Union input,
			@Nullable Boolean strict) implements Json.Writable {

		@Override
		public void writeTo(JsonGenerator generator) {
			generator.writeStartObject();
			Json.write(generator, "inputSchema", this.input);
			generator.writeStringProperty("name", this.name);
			generator.writeStringProperty("description", this.description);
			Json.writeGiven(generator, "strict", this.strict);
			generator.writeEndObject();
		}

	}

}
