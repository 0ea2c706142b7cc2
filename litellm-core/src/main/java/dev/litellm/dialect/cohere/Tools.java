package dev.litellm.dialect.cohere;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.Tool;
import dev.litellm.dialect.Target;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Values;

/**
 * Tools and their choice as Cohere takes them: functions only, and no choice of one among
 * them.
 */
final class Tools {

	static final String REQUIRED = "REQUIRED";

	private static final Map<String, @Nullable Object> NO_PARAMETERS = Map.of("type", "object", "properties", Map.of());

	private Tools() {
	}

	/**
	 * Return the tools that go out.
	 * @param tools the tools that the caller offers
	 * @param only the one that must be called, or null; the others are left out then,
	 * since Cohere can only be told that some tool must be called
	 * @param target whom the request goes to; gets the notes
	 * @return the tools
	 */
	static List<Tool> of(List<Tool> tools, @Nullable String only, Target target) {
		List<Tool> result = new ArrayList<>(tools.size());
		boolean mixed = false;
		for (Tool tool : tools) {
			if (only == null || only.equals(tool.name())) {
				result.add(wire(tool, target));
			}
			mixed |= Boolean.TRUE.equals(tool.strict()) != Boolean.TRUE.equals(tools.get(0).strict());
		}
		if (only != null && result.isEmpty()) {
			throw Failure
				.of(ErrorKind.BAD_REQUEST,
						"'tool_choice' names the tool '" + only + "', which is not among 'tools': offer it there")
				.asException();
		}
		if (only != null && result.size() < tools.size()) {
			target.note("of the tools only '" + only + "' went out: Cohere takes no choice of one among several");
		}
		if (mixed) {
			target.note("strict went out for all tools: Cohere takes it for all or none");
		}
		return result;
	}

	private static Tool wire(Tool tool, Target target) {
		if (tool.name() == null) {
			throw Failure
				.of(ErrorKind.UNSUPPORTED_PARAMS,
						"tools of type '" + tool.type() + "' are not supported by " + target.provider().name()
								+ ": give functions")
				.asException();
		}
		return Tool.function(tool.name(), tool.description(),
				(tool.parameters() != null) ? tool.parameters() : NO_PARAMETERS);
	}

	static @Nullable String named(Map<?, ?> choice) {
		Object name = Values.fields(choice.get("function")).get("name");
		return Values.text((name != null) ? name : choice.get("name"));
	}

	/**
	 * Return a choice in Cohere's words.
	 * @param asked the {@code tool_choice}
	 * @return the word, or null where the model is free
	 */
	static @Nullable String choice(@Nullable Object asked) {
		return switch (String.valueOf(asked)) {
			case "required", "any", REQUIRED -> REQUIRED;
			case "none", "NONE" -> "NONE";
			default -> null;
		};
	}

}
