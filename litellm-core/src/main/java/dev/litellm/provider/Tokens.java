package dev.litellm.provider;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The tokens of a data line, {@code name=value} or {@code name} each; what is read is
 * taken out.
 */
final class Tokens {

	private static final Map<String, Set<String>> PRESETS = Map.of("@tools",
			Set.of("tools", "tool_choice", "parallel_tool_calls", "functions", "function_call"), "@penalties",
			Set.of("presence_penalty", "frequency_penalty"), "@logprobs", Set.of("logprobs", "top_logprobs"));

	private final Map<String, String> values = new LinkedHashMap<>();

	Tokens(List<String> words) {
		for (String word : words) {
			int equals = word.indexOf('=');
			String name = (equals < 0) ? word : word.substring(0, equals);
			if (this.values.put(name, (equals < 0) ? "" : word.substring(equals + 1)) != null) {
				throw new IllegalArgumentException("token '" + name + "' stands twice");
			}
		}
	}

	static Tokens of(String line) {
		return new Tokens(List.of(line.trim().split("\\s+")));
	}

	void end() {
		if (!this.values.isEmpty()) {
			throw new IllegalArgumentException("unknown tokens " + this.values.keySet());
		}
	}

	@Nullable String text(String name) {
		return this.values.remove(name);
	}

	String text(String name, String standard) {
		String value = text(name);
		return (value != null) ? value : standard;
	}

	boolean flag(String name) {
		return text(name) != null;
	}

	List<String> list(String name) {
		String value = text(name);
		return (value != null) ? List.of(value.split(",")) : List.of();
	}

	Set<String> parameters(String name) {
		Set<String> names = new LinkedHashSet<>();
		list(name).forEach((item) -> names.addAll(PRESETS.getOrDefault(item, Set.of(item))));
		return names;
	}

	Map<String, String> map(String name) {
		Map<String, String> pairs = new LinkedHashMap<>();
		for (String item : list(name)) {
			int colon = item.indexOf(':');
			if (colon < 1) {
				throw new IllegalArgumentException("'" + name + "' holds '" + item + "', which is not of the form a:b");
			}
			pairs.put(item.substring(0, colon), item.substring(colon + 1));
		}
		return pairs;
	}

	/**
	 * Take the tokens that begin with a name, as {@code path} and {@code path.speech}.
	 * @param name the name
	 * @param standard the key of the token without a dot
	 * @return the values by what stands behind the dot
	 */
	Map<String, String> family(String name, String standard) {
		Map<String, String> members = new LinkedHashMap<>();
		Stream.concat(Stream.of(name), this.values.keySet().stream().filter((token) -> token.startsWith(name + ".")))
			.toList()
			.forEach((token) -> {
				String value = text(token);
				if (value != null) {
					members.put(token.equals(name) ? standard : token.substring(name.length() + 1), value);
				}
			});
		return members;
	}

	<E extends Enum<E>> E word(String name, E standard) {
		String value = text(name);
		return (value != null) ? constant(name, value, standard.getDeclaringClass()) : standard;
	}

	<E extends Enum<E>> Set<E> words(String name, Class<E> type) {
		return list(name).stream().map((value) -> constant(name, value, type)).collect(Collectors.toSet());
	}

	private static <E extends Enum<E>> E constant(String name, String value, Class<E> type) {
		E[] words = type.getEnumConstants();
		return Arrays.stream(words)
			.filter((word) -> spelled(word).equals(value))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("'" + name + "=" + value + "' is unknown: give one of "
					+ Arrays.stream(words).map(Tokens::spelled).toList()));
	}

	private static String spelled(Enum<?> word) {
		return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
