package dev.litellm.conformance;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.litellm.LlmClient;
import dev.litellm.LlmClientBuilder;
import dev.litellm.auth.RsaKeys;
import dev.litellm.call.Retries;
import dev.litellm.provider.Providers;
import dev.litellm.transport.Transport;

/**
 * Maker of clients that are configured as LiteLLM was when a case was recorded; retries
 * and fallbacks are off.
 */
final class Clients {

	/** Settings that stand in an environment variable here, by LiteLLM's name. */
	private static final Map<String, String> VARIABLES = Map.of("vertex_project", "VERTEXAI_PROJECT", "vertex_location",
			"VERTEXAI_LOCATION", "aws_region_name", "AWS_REGION", "region_name", "AWS_REGION");

	/** What the credentials of the records came to. */
	private static final String GOOGLE_TOKEN = "ya29.test";

	private static final String GOOGLE_PROJECT = "test-project";

	private final Providers providers = Providers.builtIn();

	private final LlmClient base = LlmClient.builder()
		.settings((settings) -> settings.withRetries(Retries.ofMaxAttempts(1)))
		.build();

	/**
	 * Return the provider that a case asks here.
	 * @param fixture the case
	 * @return the name, or null where the library does not know it
	 */
	@Nullable String provider(Fixture fixture) {
		String prefix = fixture.prefix();
		if (prefix != null && this.providers.get(prefix) != null) {
			return prefix;
		}
		boolean own = prefix == null || fixture.environment().containsKey("USE_LITELLM_PROXY");
		return (own && this.providers.get(fixture.provider()) != null) ? fixture.provider() : null;
	}

	LlmClient client(Fixture fixture, Transport transport) {
		LlmClientBuilder builder = this.base.mutate().transport(transport);
		Map<String, String> settings = fixture.settings();
		Map<String, String> environment = fixture.environment();
		settings.forEach((name, value) -> environment
			.putIfAbsent(VARIABLES.getOrDefault(name, name.toUpperCase(Locale.ROOT)), value));
		if (environment.containsKey("OCI_FINGERPRINT")) {
			// the key that LiteLLM signed with is not recorded
			environment.putIfAbsent("OCI_KEY", RsaKeys.PEM);
		}
		if ("github_copilot".equals(fixture.provider())) {
			// nor is the login that LiteLLM has kept
			environment.putIfAbsent("COPILOT_GITHUB_TOKEN", "ghu_test");
		}
		builder.environment(environment::get);
		String given = settings.get("api_key");
		String address = settings.get("api_base");
		if (environment.containsKey("USE_LITELLM_PROXY") && given != null && address != null) {
			return builder.proxy(address, given).build();
		}
		String provider = provider(fixture);
		boolean google = provider != null && isOfGoogle(provider);
		String key = (google && given == null) ? GOOGLE_TOKEN : given;
		if (google) {
			environment.putIfAbsent("VERTEXAI_PROJECT", GOOGLE_PROJECT);
		}
		if (provider != null) {
			Map<String, String> options = options(provider, settings);
			if (key != null || address != null || !options.isEmpty()) {
				builder.provider(provider, (spec) -> {
					if (key != null) {
						spec.apiKey(key);
					}
					if (address != null) {
						spec.baseUrl(address);
					}
					options.forEach(spec::option);
				});
			}
		}
		return builder.build();
	}

	/**
	 * Google's tokens come from credentials, which are not recorded, and so does a
	 * project.
	 */
	private boolean isOfGoogle(String provider) {
		return Objects.requireNonNull(this.providers.get(provider)).login().auth().scheme().equals("google");
	}

	/**
	 * Return the settings that are options of the provider here, as {@code api-version}
	 * for {@code api_version} and {@code region} for {@code aws_region_name}.
	 */
	private Map<String, String> options(String provider, Map<String, String> settings) {
		Set<String> known = Objects.requireNonNull(this.providers.get(provider)).options().declared().keySet();
		Map<String, String> options = new LinkedHashMap<>();
		settings.forEach((name, value) -> {
			String kebab = name.replace("vertex_ai_", "vertex_").replace('_', '-');
			String bare = kebab.substring(kebab.indexOf('-') + 1);
			Stream.of(kebab, bare, bare.replaceFirst("-name$", ""))
				.filter(known::contains)
				.findFirst()
				.ifPresent((option) -> options.put(option, value));
		});
		return options;
	}

}
