package dev.litellm.provider;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Where a provider is.
 *
 * @param baseUrl the base URL, or null where the user must give it
 * @param variables the environment variables that may hold the base URL, in order
 * @param given whether the application gave the base URL, so that no variable counts
 * @param suffix what a base URL of the user's must end in and gets where it does not, or
 * null
 * @param paths the path beneath the base URL by operation, where it is not OpenAI's; may
 * hold {@code {model}}
 * @since 0.1.0
 */
public record Address(@Nullable String baseUrl, boolean given, List<String> variables, @Nullable String suffix,
		Map<String, String> paths) {

	public Address {
		variables = List.copyOf(variables);
		paths = Map.copyOf(paths);
	}

	public Address withBaseUrl(String baseUrl) {
		return new Address(complete(baseUrl), true, this.variables, this.suffix, this.paths);
	}

	/**
	 * Return a base URL of the user's as this provider wants it.
	 * @param baseUrl the base URL
	 * @return without a slash at its end, with the suffix
	 */
	public String complete(String baseUrl) {
		String trimmed = BaseUrls.check(baseUrl);
		return (this.suffix == null || trimmed.endsWith(this.suffix)) ? trimmed : trimmed + this.suffix;
	}

	/**
	 * Return the path of an operation.
	 * @param operation the operation's name
	 * @param standard OpenAI's path for it
	 * @return the path
	 */
	public String path(String operation, String standard) {
		return this.paths.getOrDefault(operation, standard);
	}

}
