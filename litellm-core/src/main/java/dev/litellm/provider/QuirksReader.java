package dev.litellm.provider;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Reader of quirks from the tokens of a data line.
 */
final class QuirksReader {

	private static final Map<String, Set<String>> PRESETS = Map.of("@tools",
			Set.of("tools", "tool_choice", "parallel_tool_calls", "functions", "function_call"), "@penalties",
			Set.of("presence_penalty", "frequency_penalty"), "@logprobs", Set.of("logprobs", "top_logprobs"));

	private final Map<String, String> tokens;

	QuirksReader(Map<String, String> tokens) {
		this.tokens = tokens;
	}

	Quirks read() {
		@Nullable String temperature = this.tokens.remove("temperature");
		return new Quirks(map("rename"), set("only"), set("except"), set("drop"), set("tool-choice"),
				map("tool-choice-map"), word("text-content", Quirks.TextContent.class, Quirks.TextContent.AS_GIVEN),
				flag("keep-cache-control"), word("stream-usage", Quirks.StreamUsage.class, Quirks.StreamUsage.ASKED),
				bound(temperature, 0), bound(temperature, 1),
				word("effort", Quirks.Effort.class, Quirks.Effort.AS_GIVEN), flag("stream-false"), flag("user"),
				this.tokens.remove("model-prefix"));
	}

	private boolean flag(String name) {
		return this.tokens.remove(name) != null;
	}

	private Set<String> set(String name) {
		String value = this.tokens.remove(name);
		if (value == null) {
			return Set.of();
		}
		Set<String> names = new LinkedHashSet<>();
		Stream.of(value.split(",")).forEach((item) -> names.addAll(PRESETS.getOrDefault(item, Set.of(item))));
		return Set.copyOf(names);
	}

	Map<String, String> map(String name) {
		String value = this.tokens.remove(name);
		if (value == null) {
			return Map.of();
		}
		Map<String, String> pairs = new LinkedHashMap<>();
		for (String item : value.split(",")) {
			int colon = item.indexOf(':');
			if (colon < 1) {
				throw new IllegalArgumentException("'" + name + "=" + value + "' is not of the form a:b,c:d");
			}
			pairs.put(item.substring(0, colon), item.substring(colon + 1));
		}
		return Map.copyOf(pairs);
	}

	private <E extends Enum<E>> E word(String name, Class<E> type, E standard) {
		String value = this.tokens.remove(name);
		if (value == null) {
			return standard;
		}
		return Arrays.stream(type.getEnumConstants())
			.filter((constant) -> constant.name().toLowerCase(Locale.ROOT).equals(value))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("'" + name + "=" + value + "' is unknown: give one of "
					+ Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT)));
	}

	private static @Nullable Double bound(@Nullable String range, int side) {
		if (range == null) {
			return null;
		}
		String[] ends = range.split("\\.\\.", -1);
		return ends[side].isEmpty() ? null : Double.valueOf(ends[side]);
	}

}
