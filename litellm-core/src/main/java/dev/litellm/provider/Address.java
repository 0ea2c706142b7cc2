package dev.litellm.provider;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Where a provider is.
 *
 * @param baseUrl the base URL, or null where the user must give it; may hold placeholders
 * of environment variables, as {@code {AWS_REGION:us-east-1}}
 * @param given whether the application gave the base URL, so that no variable counts
 * @param variables the environment variables that may hold the base URL, in order
 * @param suffix what a base URL of the user's must end in and gets where it does not; or,
 * behind a minus, what it must not end in and loses, in alternatives; or null
 * @param paths the path beneath the base URL by operation, where it is not OpenAI's; may
 * hold {@code {model}} and placeholders
 * @param query parameters of every address; may hold placeholders, and is left out where
 * nothing fills them
 * @param models which names models go out by, and where to; the first rule that matches
 * @param places what stands between base URL and path, and the query behind it, by what
 * the base URL with the query is; the first rule that matches, of those of the operation
 * or else of the empty name
 * @since 0.1.0
 */
public record Address(@Nullable String baseUrl, boolean given, List<String> variables, @Nullable String suffix,
		Map<String, String> paths, Map<String, String> query, List<ModelRule> models,
		Map<String, List<ModelRule>> places) {

	private static final Address UNKNOWN = new Address(null, false, List.of(), null, Map.of(), Map.of(), List.of(),
			Map.of());

	/** Stands for the operation's own path in what a place makes of it. */
	private static final String PATH = "{path}";

	public Address {
		variables = List.copyOf(variables);
		paths = Map.copyOf(paths);
		query = Map.copyOf(query);
		models = List.copyOf(models);
		places = Map.copyOf(places);
	}

	/**
	 * Return the address of a provider that nothing is known of.
	 * @return an address without a base URL
	 */
	public static Address unknown() {
		return UNKNOWN;
	}

	public Address withBaseUrl(String baseUrl) {
		return new Address(complete(baseUrl), true, this.variables, this.suffix, this.paths, this.query, this.models,
				this.places);
	}

	/**
	 * Return this address with another path.
	 * @param operation the operation's name
	 * @param path its path below the base URL
	 * @return the new address
	 */
	public Address withPath(String operation, String path) {
		Map<String, String> paths = new LinkedHashMap<>(this.paths);
		paths.put(operation, path);
		return new Address(this.baseUrl, this.given, this.variables, this.suffix, paths, this.query, this.models,
				this.places);
	}

	/**
	 * Return this address of some models over the provider's own.
	 * @param provider the provider's address
	 * @return this address, its base URL the provider's where the application gave that
	 * or this has none
	 */
	Address over(Address provider) {
		boolean theirs = provider.given() || this.baseUrl == null;
		return new Address(theirs ? provider.baseUrl() : this.baseUrl, provider.given(),
				this.variables.isEmpty() ? provider.variables() : this.variables, this.suffix, this.paths, this.query,
				this.models.isEmpty() ? provider.models() : this.models, this.places);
	}

	/**
	 * Return this address with its placeholders filled as far as there are values.
	 * @param variables looks up a variable, null for none
	 * @param defaults whether the placeholders' own defaults count
	 * @return the address
	 */
	public Address fill(Function<String, @Nullable String> variables, boolean defaults) {
		String base = (this.baseUrl != null) ? Placeholders.fillUrl(this.baseUrl, variables, defaults) : null;
		Map<String, String> filled = new LinkedHashMap<>(this.paths);
		filled.replaceAll((operation, path) -> Placeholders.fillUrl(path, variables, defaults));
		Map<String, String> queries = new LinkedHashMap<>(this.query);
		queries.replaceAll((name, value) -> Placeholders.fillUrl(value, variables, defaults));
		if (defaults) {
			queries.values().removeIf((value) -> Placeholders.missing(value) != null);
		}
		return new Address(base, this.given, this.variables, this.suffix, filled, queries, this.models, this.places);
	}

	/**
	 * Return what is missing before anything can be sent.
	 * @param baseUrl the base URL of the call
	 * @param paths whether the paths count too
	 * @return the name of the variable, or null where nothing is missing
	 */
	public @Nullable String missing(String baseUrl, boolean paths) {
		String missing = Placeholders.missing(baseUrl);
		if (missing == null && paths && !this.paths.isEmpty()) {
			for (String path : this.paths.values()) {
				missing = (missing != null) ? missing : Placeholders.missing(path);
			}
		}
		return missing;
	}

	/**
	 * Return a base URL of the user's as this provider wants it.
	 * @param baseUrl the base URL
	 * @return without a slash at its end, with the suffix, or without it
	 */
	public String complete(String baseUrl) {
		String trimmed = BaseUrls.check(baseUrl);
		if (this.suffix != null && this.suffix.startsWith("-")) {
			for (String unwanted : this.suffix.substring(1).split("\\|")) {
				if (trimmed.endsWith(unwanted)) {
					return trimmed.substring(0, trimmed.length() - unwanted.length());
				}
			}
			return trimmed;
		}
		return (this.suffix == null || trimmed.endsWith(this.suffix)) ? trimmed : trimmed + this.suffix;
	}

	/**
	 * Return which name a model goes out by, and where to.
	 * @param model the name that the caller gave
	 * @return the name to send, and the base URL where it is another
	 */
	public ModelRule.Route route(String model) {
		for (ModelRule rule : this.models) {
			ModelRule.Route route = rule.apply(model);
			if (route != null) {
				return route;
			}
		}
		return new ModelRule.Route(model, null, Map.of());
	}

	/**
	 * Return the path of an operation and the query behind it.
	 * @param baseUrl the base URL of the call
	 * @param operation the operation's name
	 * @param standard OpenAI's path for it
	 * @param stream whether the answer streams, which may have a path of its own
	 * @return the path
	 */
	public String path(String baseUrl, String operation, String standard, boolean stream) {
		String whole = this.paths.getOrDefault(operation, standard);
		String path = stream ? this.paths.getOrDefault(operation + "-stream", whole) : whole;
		if (!this.places.isEmpty()) {
			String located = located(baseUrl);
			for (ModelRule place : this.places.getOrDefault(operation, this.places.getOrDefault("", List.of()))) {
				ModelRule.Route route = place.apply(located);
				if (route != null) {
					return route.model().replace(PATH, path);
				}
			}
		}
		String query = parameters();
		return query.isEmpty() ? path : path + ((path.indexOf('?') < 0) ? '?' : '&') + query;
	}

	/**
	 * Return the path of an operation and the query behind it, wherever the call goes.
	 * @param operation the operation's name
	 * @param standard OpenAI's path for it
	 * @param stream whether the answer streams, which may have a path of its own
	 * @return the path
	 */
	public String path(String operation, String standard, boolean stream) {
		return path("", operation, standard, stream);
	}

	/**
	 * Return what rules by address are held against.
	 * @param baseUrl the base URL of the call
	 * @return the base URL, a question mark and the query
	 */
	public String located(String baseUrl) {
		return baseUrl + "?" + parameters();
	}

	private String parameters() {
		if (this.query.isEmpty()) {
			return "";
		}
		StringJoiner query = new StringJoiner("&");
		this.query.forEach((name, value) -> query.add(name + "=" + value));
		return query.toString();
	}

}
