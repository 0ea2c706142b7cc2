package dev.litellm.autoconfigure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Reader of request parameters from properties: their names get the underscores back that
 * binding drops, texts that are numbers or booleans become such, and lists become lists.
 */
final class RequestParameters {

	private static final Map<String, String> KNOWN = Stream
		.of("frequency_penalty", "logit_bias", "logprobs", "max_completion_tokens", "max_tokens", "modalities", "n",
				"parallel_tool_calls", "presence_penalty", "prompt_cache_key", "prompt_cache_retention",
				"reasoning_effort", "response_format", "safety_identifier", "seed", "service_tier", "stop", "store",
				"stream_options", "temperature", "tool_choice", "top_k", "top_logprobs", "top_p", "user", "verbosity",
				"web_search_options")
		.collect(Collectors.toMap(OriginalNames::uniform, Function.identity()));

	private static final Set<String> TEXTS = Set.of("metadata", "prompt_cache_key", "prompt_cache_retention",
			"reasoning_effort", "safety_identifier", "service_tier", "stop", "tool_choice", "user", "verbosity");

	private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");

	private final Map<String, String> spellings;

	RequestParameters(OriginalNames names) {
		this.spellings = names.spellings();
	}

	Map<String, @Nullable Object> read(Map<String, Object> bound) {
		Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
		bound.forEach((key, value) -> {
			String name = name(key);
			parameters.put(name, value(value, !TEXTS.contains(name)));
		});
		return parameters;
	}

	private String name(String key) {
		String uniform = OriginalNames.uniform(key);
		String known = KNOWN.get(uniform);
		return (known != null) ? known : this.spellings.getOrDefault(uniform, key);
	}

	private Object value(Object value, boolean typed) {
		if (value instanceof Map<?, ?> map) {
			return map(map, typed);
		}
		if (value instanceof List<?> list) {
			return list.stream().map((element) -> value(element, typed)).toList();
		}
		return (typed && value instanceof String text) ? scalar(text) : value;
	}

	private Object map(Map<?, ?> map, boolean typed) {
		List<Object> list = new ArrayList<>();
		for (Object item = map.get("0"); item != null; item = map.get(String.valueOf(list.size()))) {
			list.add(value(item, typed));
		}
		if (!list.isEmpty() && list.size() == map.size()) {
			return list;
		}
		Map<String, Object> named = new LinkedHashMap<>();
		map.forEach((key, value) -> named.put(name(String.valueOf(key)), value(value, typed)));
		return named;
	}

	private static Object scalar(String text) {
		if (text.equals("true") || text.equals("false")) {
			return Boolean.valueOf(text);
		}
		if (!NUMBER.matcher(text).matches()) {
			return text;
		}
		return text.matches("-?\\d{1,18}") ? (Object) Long.valueOf(text) : Double.valueOf(text);
	}

}
