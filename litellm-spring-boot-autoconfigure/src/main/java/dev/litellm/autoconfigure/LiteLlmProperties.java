package dev.litellm.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import dev.litellm.call.Secret;
import dev.litellm.error.ErrorKind;

/**
 * Properties of the client.
 *
 * @param aliases Names for other models; a name with a slash stands in brackets and
 * quotes
 * @param defaultModel Model of calls that name none
 * @param dropUnsupported Whether parameters that a provider does not know are left out
 * instead of refused
 * @param enabled Whether the client is set up at all
 * @param fallbacks Where calls go when a model fails
 * @param health What the health of the application says of providers
 * @param http How HTTP is used
 * @param maxFallbacks Most models that are tried after the first
 * @param modelFacts What models can do, over what the library knows of them
 * @param models Deployments of model groups, in the order in which they are asked
 * @param providers Keys, addresses and settings by provider name
 * @param proxy LiteLLM proxy that calls go through
 * @param retry How calls are tried again
 * @param tasks Model by name of the task; other tasks go to the default model
 * @param timeouts Times that a call may take
 * @since 0.1.0
 */
@ConfigurationProperties("litellm")
public record LiteLlmProperties(@DefaultValue Map<String, String> aliases, @Nullable String defaultModel,
		@DefaultValue("false") boolean dropUnsupported, @DefaultValue("true") boolean enabled,
		@DefaultValue List<Fallback> fallbacks, @DefaultValue Health health, @DefaultValue Http http,
		@DefaultValue("5") int maxFallbacks, @DefaultValue List<ModelFacts> modelFacts,
		@DefaultValue List<Model> models, @DefaultValue Map<String, Provider> providers, @DefaultValue Proxy proxy,
		@DefaultValue Retry retry, @DefaultValue Map<String, String> tasks, @DefaultValue Timeouts timeouts) {

	/**
	 * Where calls go when a model fails.
	 *
	 * @param kinds Comma-separated list of the kinds of failure that this holds for; all
	 * that another model may mend where empty
	 * @param model Failing model, or {@code *} for every model without a rule of its own
	 * @param to Comma-separated list of the models to go to, in order
	 */
	public record Fallback(@DefaultValue Set<ErrorKind> kinds, @DefaultValue("*") String model,
			@DefaultValue List<String> to) {

	}

	/**
	 * What the health of the application says of providers.
	 *
	 * @param failureExpiry How long failures count against a provider that is asked no
	 * more
	 * @param failureThreshold Number of failures in a row from which on a provider is
	 * down
	 * @param probeInterval How long the proxy's answer to a probe is used again
	 * @param probeProxy Whether the free liveness page of the LiteLLM proxy is asked
	 * @param probeTimeout How long the proxy may take to answer a probe
	 */
	public record Health(@DefaultValue("1m") Duration failureExpiry, @DefaultValue("3") int failureThreshold,
			@DefaultValue("5s") Duration probeInterval, @DefaultValue("true") boolean probeProxy,
			@DefaultValue("2s") Duration probeTimeout) {

	}

	/**
	 * How HTTP is used.
	 *
	 * @param compression Whether answers may be compressed
	 * @param maxConnections Most connections to one host
	 * @param maxIdleTime How long an idle connection is kept
	 * @param maxResponseSize Largest answer, or largest event of a stream, that is read
	 */
	public record Http(@DefaultValue("true") boolean compression, @DefaultValue("4096") int maxConnections,
			@DefaultValue("50s") Duration maxIdleTime, @DefaultValue("64MB") DataSize maxResponseSize) {

	}

	/**
	 * What models can do, over what the library knows of them.
	 *
	 * @param facts Facts by name, for example {@code max-output}; false for one that does
	 * not hold
	 * @param model Name, or regular expression that matches the whole name that the
	 * provider has for the model, or {@code provider/name}
	 */
	public record ModelFacts(@DefaultValue Map<String, Object> facts, @Nullable String model) {

	}

	/**
	 * One deployment of a model group.
	 *
	 * @param apiKey Key of this deployment instead of the provider's
	 * @param baseUrl Base URL of this deployment instead of the provider's
	 * @param defaultOptions Request parameters by their OpenAI names, for calls that do
	 * not set them
	 * @param headers Request headers of this deployment
	 * @param model Model as {@code provider/model} or a bare name
	 * @param name Name of the group
	 * @param options Settings that the provider knows beyond key and base URL, for this
	 * deployment
	 * @param retry How calls are tried again
	 * @param timeouts Times that a call may take
	 */
	public record Model(@Nullable Secret apiKey, @Nullable String baseUrl,
			@DefaultValue Map<String, Object> defaultOptions, @DefaultValue Map<String, String> headers,
			@Nullable String model, @Nullable String name, @DefaultValue Map<String, Secret> options,
			@DefaultValue Retry retry, @DefaultValue Timeouts timeouts) {

		/**
		 * Return this in words, headers by their names alone.
		 */
		@Override
		public String toString() {
			return "Model[name=" + this.name + ", model=" + this.model + ", apiKey=" + this.apiKey + ", baseUrl="
					+ this.baseUrl + ", headers=" + this.headers.keySet() + "]";
		}

	}

	/**
	 * Key, address and settings of a provider.
	 *
	 * @param apiKey Key; without it, the provider's environment variable is read
	 * @param auth Where the key stands in a request: {@code bearer}, {@code header:NAME}
	 * or {@code scheme:WORD}
	 * @param baseUrl Base URL, for example {@code https://host/v1}
	 * @param defaultOptions Request parameters by their OpenAI names, for calls that do
	 * not set them
	 * @param dialect Format that a provider of the application's own speaks
	 * @param dropUnsupported Whether parameters that the provider does not know are left
	 * out instead of refused
	 * @param headers Request headers of every call
	 * @param options Settings that the provider knows beyond key and base URL, for
	 * example a region, a project or a version of its API
	 * @param retry How calls are tried again
	 * @param timeouts Times that a call may take
	 */
	public record Provider(@Nullable Secret apiKey, @Nullable String auth, @Nullable String baseUrl,
			@DefaultValue Map<String, Object> defaultOptions, @Nullable String dialect,
			@Nullable Boolean dropUnsupported, @DefaultValue Map<String, String> headers,
			@DefaultValue Map<String, Secret> options, @DefaultValue Retry retry, @DefaultValue Timeouts timeouts) {

		/**
		 * Return this in words, headers and options by their names alone.
		 */
		@Override
		public String toString() {
			return "Provider[dialect=" + this.dialect + ", apiKey=" + this.apiKey + ", baseUrl=" + this.baseUrl
					+ ", headers=" + this.headers.keySet() + ", options=" + this.options.keySet() + "]";
		}

	}

	/**
	 * LiteLLM proxy that calls go through.
	 *
	 * @param apiKey Key of the proxy
	 * @param baseUrl Base URL of the proxy; setting it turns the proxy mode on
	 * @param mode Which models go through the proxy
	 * @param models Comma-separated list of the models that do in mode listed
	 */
	public record Proxy(@Nullable Secret apiKey, @Nullable String baseUrl, @DefaultValue("all") Mode mode,
			@DefaultValue List<String> models) {

		/**
		 * Which models go through the proxy.
		 */
		public enum Mode {

			/** Every model, unless its name says a provider that is configured. */
			ALL,

			/** The models that are listed. */
			LISTED

		}

	}

	/**
	 * How calls are tried again.
	 *
	 * @param initialWait Longest wait before the second attempt; it doubles for each
	 * further one
	 * @param kinds Comma-separated list of the kinds of failure after which the same
	 * model is tried again
	 * @param maxAttempts Number of attempts per model, including the first
	 * @param maxWait Longest wait before any attempt, one that a provider asks for
	 * included
	 * @param preferFallbackAfter Wait from which on a fallback is taken at once instead
	 */
	public record Retry(@Nullable Duration initialWait, @Nullable Set<ErrorKind> kinds, @Nullable Integer maxAttempts,
			@Nullable Duration maxWait, @Nullable Duration preferFallbackAfter) {

	}

	/**
	 * Times that a call may take.
	 *
	 * @param connect Time until the connection stands
	 * @param firstToken Time from the request to the first content of the answer
	 * @param idle Time between two pieces of the answer
	 * @param total Time for the whole call, retries, fallbacks and waits included
	 */
	public record Timeouts(@Nullable Duration connect, @Nullable Duration firstToken, @Nullable Duration idle,
			@Nullable Duration total) {

	}

}
