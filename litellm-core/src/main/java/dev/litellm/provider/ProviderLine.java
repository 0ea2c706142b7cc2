package dev.litellm.provider;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
		String[] words = line.trim().split("\\s+");
		if (words.length < 2) {
			throw new IllegalArgumentException("Provider '" + name + "': give a dialect and a base URL or -");
		}
		Map<String, String> tokens = new LinkedHashMap<>();
		for (int i = 2; i < words.length; i++) {
			int equals = words[i].indexOf('=');
			tokens.put((equals < 0) ? words[i] : words[i].substring(0, equals),
					(equals < 0) ? "" : words[i].substring(equals + 1));
		}
		try {
			return read(name, words[0], words[1].equals("-") ? null : words[1], tokens);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("Provider '" + name + "': " + ex.getMessage(), ex);
		}
	}

	private static Provider read(String name, String dialect, @Nullable String baseUrl, Map<String, String> tokens) {
		QuirksReader reader = new QuirksReader(tokens);
		Map<String, String> headers = reader.map("headers");
		Quirks quirks = reader.read();
		String standIn = tokens.remove("key-default");
		Login login = new Login(Auth.parse(orElse(tokens.remove("auth"), "bearer")), list(tokens.remove("key")),
				tokens.remove("key-optional") != null, (standIn != null) ? Secret.of(standIn) : null, null);
		Address address = new Address(baseUrl, false, list(tokens.remove("base-env")), tokens.remove("suffix"),
				paths(tokens));
		Set<String> endpoints = Set.copyOf(list(orElse(tokens.remove("endpoints"), "chat")));
		Settings settings = Settings.none().withRetries(retries(tokens.remove("retry-on")));
		String title = orElse(tokens.remove("title"), name).replace('_', ' ');
		tokens.keySet()
			.removeAll(Set.of("model", "tool-drop", "effort-map", "thinking", "names", "developer-role", "input-list",
					"body"));
		if (!tokens.isEmpty()) {
			throw new IllegalArgumentException("unknown tokens " + tokens.keySet());
		}
		return new Provider(name, title, dialect, address, login, quirks, headers, endpoints, settings, false);
	}

	private static Map<String, String> paths(Map<String, String> tokens) {
		Map<String, String> paths = new LinkedHashMap<>();
		tokens.forEach((token, value) -> {
			if (token.equals("path") || token.startsWith("path.")) {
				paths.put(token.equals("path") ? "chat" : token.substring("path.".length()), value);
			}
		});
		tokens.keySet().removeIf((token) -> token.equals("path") || token.startsWith("path."));
		return paths;
	}

	private static Retries retries(@Nullable String kinds) {
		return (kinds == null) ? Retries.none()
				: Retries.none()
					.withOn(list(kinds).stream()
						.map((kind) -> ErrorKind.valueOf(kind.toUpperCase(Locale.ROOT)))
						.collect(Collectors.toSet()));
	}

	private static List<String> list(@Nullable String value) {
		return (value != null) ? List.of(value.split(",")) : List.of();
	}

	private static String orElse(@Nullable String value, String standard) {
		return (value != null) ? value : standard;
	}

}
