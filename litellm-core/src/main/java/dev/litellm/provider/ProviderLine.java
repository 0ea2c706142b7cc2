package dev.litellm.provider;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.Retries;
import dev.litellm.call.Secret;
import dev.litellm.call.Settings;
import dev.litellm.error.ErrorKind;

/**
 * Reader of a provider from its data line.
 */
final class ProviderLine {

	private ProviderLine() {
	}

	static Provider read(String name, String line) {
		List<String> words = Arrays.asList(line.trim().split("\\s+"));
		if (words.size() < 2) {
			throw new IllegalArgumentException("Provider '" + name + "': give a dialect and a base URL or -");
		}
		try {
			return read(name, words.get(0), words.get(1).equals("-") ? null : words.get(1),
					new Tokens(words.subList(2, words.size())));
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("Provider '" + name + "': " + ex.getMessage(), ex);
		}
	}

	/**
	 * Read what some models of a provider differ in.
	 * @param name the line's name, for its errors
	 * @param line a provider's line whose first token is {@code for=REGEX}
	 * @return the variant
	 */
	static Variant variant(String name, String line) {
		List<String> words = Arrays.asList(line.trim().split("\\s+"));
		try {
			Tokens tokens = new Tokens(words.subList(2, words.size()));
			String models = tokens.text("for");
			if (models == null) {
				throw new IllegalArgumentException("give the models that it is for, as for=REGEX");
			}
			String auth = tokens.text("auth");
			Quirks quirks = QuirksReader.read(tokens);
			Variant variant = new Variant(Pattern.compile(models), words.get(0),
					address(words.get(1).equals("-") ? null : words.get(1), tokens),
					(auth != null) ? Auth.parse(auth) : null, quirks, tokens.map("headers"));
			tokens.end();
			return variant;
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("Provider '" + name + "': " + ex.getMessage(), ex);
		}
	}

	private static Map<String, List<ModelRule>> places(Tokens tokens) {
		Map<String, List<ModelRule>> places = new LinkedHashMap<>();
		tokens.family("place", "").forEach((operation, rules) -> places.put(operation, ModelRule.parse(rules)));
		return places;
	}

	private static Address address(@Nullable String baseUrl, Tokens tokens) {
		return new Address(baseUrl, false, tokens.list("base-env"), tokens.text("suffix"),
				tokens.family("path", "chat"), tokens.map("query"), ModelRule.parse(tokens.text("model", "")),
				places(tokens));
	}

	private static Provider read(String name, String dialect, @Nullable String baseUrl, Tokens tokens) {
		Quirks quirks = QuirksReader.read(tokens);
		Map<String, String> headers = tokens.map("headers");
		String standIn = tokens.text("key-default");
		Login login = new Login(Auth.parse(tokens.text("auth", "bearer")), tokens.list("key"),
				tokens.list("bearer-key"), tokens.flag("key-optional"), (standIn != null) ? Secret.of(standIn) : null,
				null);
		Address address = address(baseUrl, tokens);
		Options options = Options.read(tokens);
		Set<String> endpoints = Set.copyOf(Arrays.asList(tokens.text("endpoints", "chat").split(",")));
		Settings defaults = Settings.none().withRetries(retries(tokens.list("retry-on")));
		String title = tokens.text("title", name).replace('_', ' ');
		tokens.end();
		return new Provider(name, title, dialect, address, login, quirks, headers, endpoints, defaults, Settings.none(),
				false, options, List.of());
	}

	private static Retries retries(List<String> kinds) {
		return kinds.isEmpty() ? Retries.none()
				: Retries.none()
					.withOn(kinds.stream()
						.map((kind) -> ErrorKind.valueOf(kind.toUpperCase(Locale.ROOT)))
						.collect(Collectors.toSet()));
	}

}
