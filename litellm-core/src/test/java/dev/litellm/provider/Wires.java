package dev.litellm.provider;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.Arguments;
import reactor.core.publisher.Flux;

import dev.litellm.LlmClient;
import dev.litellm.LlmClientBuilder;
import dev.litellm.call.Retries;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.error.LlmException;
import dev.litellm.transport.BodyReader;
import dev.litellm.transport.Transport;
import dev.litellm.transport.WireHead;
import dev.litellm.transport.WireRequest;

/**
 * Calls of providers that end where the network would begin.
 */
final class Wires implements Transport {

	private static final Map<String, String> PLACES = Map.of("CLOUDFLARE_ACCOUNT_ID", "acc", "PREDIBASE_TENANT_ID",
			"tenant", "SNOWFLAKE_ACCOUNT_ID", "x", "VERTEXAI_PROJECT", "my-project", "VERTEXAI_LOCATION",
			"my-location");

	private final List<WireRequest> requests = new ArrayList<>();

	@Override
	public <T> Flux<List<T>> exchange(WireRequest request, @Nullable Duration connectTimeout,
			Function<WireHead, BodyReader<T>> reader) {
		this.requests.add(request);
		return Flux.error(Failure.of(ErrorKind.CONNECTION, "there is no network").asException());
	}

	/**
	 * Call a provider in the way that it serves.
	 * @param provider the provider
	 * @param environment the environment variables; those of places are added
	 * @param change changes the client
	 * @return the failure that the call ends with
	 */
	LlmException call(Provider provider, Map<String, String> environment, UnaryOperator<LlmClientBuilder> change) {
		LlmClientBuilder builder = LlmClient.builder()
			.transport(this)
			.settings((settings) -> settings.withRetries(Retries.ofMaxAttempts(1)))
			.environment((name) -> environment.getOrDefault(name, PLACES.get(name)));
		LlmClient client = change.apply(builder).build();
		try {
			if (provider.endpoints().contains("chat")) {
				client.chat(provider.name() + "/some-model").user("Hi").call().content();
			}
			else {
				client.embeddings(provider.name() + "/some-model").input("Hi").call();
			}
		}
		catch (LlmException ex) {
			return ex;
		}
		throw new AssertionError("answered without a network");
	}

	List<WireRequest> requests() {
		return this.requests;
	}

	static Stream<Provider> providers() {
		return Providers.builtIn().all().stream();
	}

	static Stream<Arguments> arguments(Predicate<Provider> condition) {
		return providers().filter(condition).map((provider) -> Arguments.argumentSet(provider.name(), provider));
	}

	/**
	 * Return the key variables of all providers but one.
	 * @param provider the one
	 * @return a key for each variable that is not the provider's
	 */
	static Map<String, String> foreignKeys(Provider provider) {
		Set<String> own = Set.copyOf(provider.login().keyVariables());
		Map<String, String> keys = new java.util.TreeMap<>();
		providers().flatMap((other) -> other.login().keyVariables().stream())
			.filter((variable) -> !own.contains(variable))
			.forEach((variable) -> keys.put(variable, "foreign-key-" + variable));
		return keys;
	}

}
