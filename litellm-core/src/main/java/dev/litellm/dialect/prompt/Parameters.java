package dev.litellm.dialect.prompt;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatRequest;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.Unsupported;
import dev.litellm.json.Members;

/**
 * The parameters that a format takes: some of OpenAI's, renamed, and whatever else the
 * caller gives.
 *
 * @param supported those of OpenAI's that it takes
 * @param names the names that it gives them, where they are others
 * @param never those of OpenAI that it does not take
 */
record Parameters(Set<String> supported, Map<String, String> names, Set<String> never) {

	static final String MAX_TOKENS = "max_tokens";

	private static final String MAX_COMPLETION_TOKENS = "max_completion_tokens";

	Parameters(Set<String> supported, Map<String, String> names) {
		this(supported, names,
				Unsupported.OPENAI.stream()
					.filter((name) -> !supported.contains(name))
					.collect(Collectors.toUnmodifiableSet()));
	}

	/**
	 * Return the parameters of a request by the format's names.
	 * @param request the request
	 * @param target whom it goes to; gets the notes
	 * @return the parameters, which may be changed
	 * @throws dev.litellm.error.FailureException if some are not supported and may not be
	 * left out
	 */
	Map<String, @Nullable Object> of(ChatRequest request, Target target) {
		Unsupported unsupported = new Unsupported(target, this.never);
		Map<String, @Nullable Object> result = new Members();
		boolean noTools = "none".equals(request.parameters().get("tool_choice"));
		request.parameters().forEach((name, value) -> {
			if (value == null || isNeedless(name, value, noTools)) {
				return;
			}
			if (name.equals("user")) {
				target.note("user was left out: " + target.provider().name() + " does not take it");
			}
			else if (this.never.contains(name) || name.equals("n") && !isOne(value)) {
				unsupported.add(name);
			}
			else {
				put(name, value, target, result);
			}
		});
		unsupported.settle();
		return result;
	}

	/** What a format without streams of usage, tools and many answers does anyway. */
	private boolean isNeedless(String name, Object value, boolean noTools) {
		return switch (name) {
			case "stream", "stream_options" -> true;
			case "tools", "functions" -> noTools || value instanceof List<?> items && items.isEmpty();
			case "tool_choice" -> value.equals("none") || value.equals("auto");
			case "parallel_tool_calls" -> true;
			case "n" -> isOne(value) && !this.supported.contains("n");
			default -> false;
		};
	}

	private static boolean isOne(Object value) {
		return value instanceof Number number && number.intValue() == 1;
	}

	private void put(String name, Object value, Target target, Map<String, @Nullable Object> result) {
		String openai = name.equals(MAX_COMPLETION_TOKENS) ? MAX_TOKENS : name;
		String wire = target.quirks()
			.parameters()
			.renames()
			.getOrDefault(openai, this.names.getOrDefault(openai, openai));
		if (name.equals(MAX_COMPLETION_TOKENS)) {
			result.put(wire, value);
		}
		else {
			result.putIfAbsent(wire, value);
		}
	}

}
