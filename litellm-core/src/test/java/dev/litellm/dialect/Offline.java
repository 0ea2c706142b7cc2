package dev.litellm.dialect;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.litellm.LlmClient;
import dev.litellm.LlmClientBuilder;
import dev.litellm.auth.RsaKeys;
import dev.litellm.call.Retries;
import dev.litellm.provider.Provider;
import dev.litellm.provider.Providers;
import dev.litellm.transport.Transport;

/**
 * Maker of clients that have what each provider wants to know, and whose network is what
 * a test gives them.
 */
public final class Offline {

	private static final LlmClient BASE = LlmClient.builder()
		.settings((settings) -> settings.withRetries(Retries.ofMaxAttempts(1)))
		.build();

	private static final Map<String, String> VARIABLES = variables();

	private Offline() {
	}

	/**
	 * Return a client.
	 * @param network answers it
	 * @return the client, which tries once
	 */
	public static LlmClient client(Transport network) {
		LlmClientBuilder builder = BASE.mutate().transport(network).environment(Offline::variable);
		providers().filter((provider) -> provider.login().auth().scheme().equals("google"))
			.forEach((provider) -> builder.provider(provider.name(), (own) -> own.apiKey("sk-test")));
		return builder.provider("sap", (own) -> own.option("deployment-id", "d1")).build();
	}

	private static @Nullable String variable(String name) {
		return VARIABLES.get(name);
	}

	static Provider provider(String name) {
		return Objects.requireNonNull(Providers.builtIn().get(name));
	}

	public static Stream<Provider> providers() {
		return Providers.builtIn().all().stream();
	}

	private static Map<String, String> variables() {
		Map<String, String> variables = new HashMap<>();
		providers().forEach((provider) -> {
			provider.login().keyVariables().forEach((name) -> variables.put(name, "sk-test"));
			if (provider.address().baseUrl() == null) {
				provider.address().variables().forEach((name) -> variables.put(name, "https://host.example"));
			}
		});
		variables.putAll(Map.of("AWS_ACCESS_KEY_ID", "id", "AWS_SECRET_ACCESS_KEY", "secret", "CLOUDFLARE_ACCOUNT_ID",
				"acc", "PREDIBASE_TENANT_ID", "tenant", "SNOWFLAKE_ACCOUNT_ID", "x", "VERTEXAI_PROJECT", "my-project",
				"OCI_USER", "user", "OCI_FINGERPRINT", "fp", "OCI_TENANCY", "tenancy", "OCI_KEY", RsaKeys.PEM));
		variables.putAll(Map.of("OCI_COMPARTMENT_ID", "compartment", "VERTEXAI_LOCATION", "us-central1",
				"AICORE_BASE_URL", "https://host.example", "AICORE_AUTH_URL", "https://auth.example",
				"AICORE_CLIENT_ID", "id", "AICORE_CLIENT_SECRET", "secret"));
		return variables;
	}

}
