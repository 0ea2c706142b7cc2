package dev.litellm.routing;

import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.Secret;
import dev.litellm.call.Settings;
import dev.litellm.provider.Address;
import dev.litellm.provider.KeySource;
import dev.litellm.provider.ModelQuirks;
import dev.litellm.provider.ModelRule;
import dev.litellm.provider.Options;
import dev.litellm.provider.Provider;
import dev.litellm.provider.Quirks;

/**
 * Maker of deployments: a provider's key and address from the configuration, else from
 * the environment, else from the provider's own data.
 */
final class Deployments {

	/** Before a model's name: its chats go through the Responses API. */
	private static final String RESPONSES = "responses/";

	private static final String BASE_MODEL = "base-model";

	private static final ModelRule.Route NO_ROUTE = new ModelRule.Route("", null, Map.of());

	private final Function<String, @Nullable String> environment;

	private final Settings settings;

	private final ModelQuirks models = ModelQuirks.builtIn();

	private final boolean proxied;

	Deployments(Function<String, @Nullable String> environment, RoutingTable table) {
		this.environment = environment;
		this.settings = table.settings();
		this.proxied = !table.proxy().equals(ProxyRule.none());
	}

	Deployment of(Provider given, String model, @Nullable Listed listed) {
		ModelEntry entry = (listed != null) ? listed.entry() : null;
		boolean responses = model.startsWith(RESPONSES) && model.length() > RESPONSES.length();
		String bare = responses ? model.substring(RESPONSES.length()) : model;
		String known = known(given, bare, listed);
		Provider meant = given.of(known);
		ModelRule.Route route = meant.address().route(bare);
		Provider filled = meant.withOptions(options(meant.options(), route, listed)).fill(this.environment);
		Quirks quirks = this.models.of(given.name(), known, filled.options()).over(meant.quirks());
		Provider provider = filled.withQuirks(responses ? quirks.withBody(quirks.body().withResponses()) : quirks);
		Found<String> baseUrl = baseUrl(provider, listed);
		Settings layers = provider.settings().over(this.settings).over(provider.defaults());
		return new Deployment(provider.name() + "/" + model, provider, route.model(),
				route.baseUrl(baseUrl.value(), !Explanation.isBuiltIn(baseUrl.from())), key(provider, listed).value(),
				(entry != null) ? entry.settings().over(layers) : layers, (entry != null) ? entry.headers() : Map.of());
	}

	/** The name that tells what a model is, where a deployment has a name of its own. */
	private String known(Provider given, String model, @Nullable Listed listed) {
		if (!given.options().declared().containsKey(BASE_MODEL)) {
			return model;
		}
		String known = options(given.options(), NO_ROUTE, listed).fill(this.environment).text(BASE_MODEL);
		return (known != null) ? known.substring(known.lastIndexOf('/') + 1) : model;
	}

	private static Options options(Options given, ModelRule.Route route, @Nullable Listed listed) {
		Options options = given;
		for (Map.Entry<String, String> option : route.options().entrySet()) {
			options = options.with(option.getKey(), option.getValue());
		}
		if (listed != null) {
			for (Map.Entry<String, Secret> option : listed.entry().options().entrySet()) {
				options = options(options, option, listed.property());
			}
		}
		return options;
	}

	private static Options options(Options options, Map.Entry<String, Secret> option, String property) {
		try {
			return options.with(option.getKey(), option.getValue().value());
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidConfigurationException(property + ".options." + option.getKey(),
					String.valueOf(ex.getMessage()), "Correct the option's name or take it out.");
		}
	}

	/**
	 * Return the base URL of a provider before a model's rule changes it.
	 */
	Found<String> baseUrl(Provider provider, @Nullable Listed listed) {
		Address address = provider.address();
		if (listed != null && listed.entry().baseUrl() != null) {
			return new Found<>(address.complete(listed.entry().baseUrl()), listed.property() + ".base-url");
		}
		if (address.given()) {
			return new Found<>(address.baseUrl(), property(provider) + ".base-url");
		}
		Found<String> variable = variable(address.variables());
		if (variable.value() != null) {
			return new Found<>(complete(address, variable.value(), variable.from()), variable.from());
		}
		return new Found<>(address.baseUrl(),
				(address.baseUrl() != null) ? Explanation.PROVIDER_DEFAULT : Explanation.NOWHERE);
	}

	private static String complete(Address address, String baseUrl, String variable) {
		try {
			return address.complete(baseUrl);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidConfigurationException(variable, String.valueOf(ex.getMessage()),
					"Correct the environment variable or take it out.");
		}
	}

	Found<KeySource> key(Provider provider, @Nullable Listed listed) {
		if (listed != null && listed.entry().apiKey() != null) {
			return new Found<>(KeySource.of(listed.entry().apiKey()), listed.property() + ".api-key");
		}
		if (provider.login().key() != null) {
			return new Found<>(provider.login().key(), property(provider) + ".api-key");
		}
		Found<String> variable = variable(provider.login().keyVariables());
		if (variable.value() != null) {
			return new Found<>(KeySource.of(Secret.of(variable.value().strip())), variable.from());
		}
		Found<String> token = variable(provider.login().bearerVariables());
		if (token.value() != null) {
			return new Found<>(new KeySource.Bearer(Secret.of(token.value().strip())), token.from());
		}
		return (provider.login().standIn() != null)
				? new Found<>(KeySource.of(provider.login().standIn()), Explanation.PROVIDER_DEFAULT)
				: new Found<>(null, Explanation.NOWHERE);
	}

	private String property(Provider provider) {
		return (provider.name().equals(ProxyRule.PROVIDER) && this.proxied) ? "litellm.proxy"
				: "litellm.providers." + provider.name();
	}

	private Found<String> variable(Iterable<String> variables) {
		for (String variable : variables) {
			String value = this.environment.apply(variable);
			if (value != null && !value.isBlank()) {
				return new Found<>(value, variable);
			}
		}
		return new Found<>(null, Explanation.NOWHERE);
	}

	/**
	 * A value and the property or variable that it came from.
	 *
	 * @param <T> the value
	 * @param value the value, or null where there is none
	 * @param from the property or variable
	 */
	record Found<T>(@Nullable T value, String from) {

	}

	/**
	 * An entry of a model group and the property that it stands in.
	 *
	 * @param entry the entry
	 * @param property the property
	 */
	record Listed(ModelEntry entry, String property) {

		/**
		 * Return whether the entry says where to go itself.
		 */
		boolean isPlaced() {
			return this.entry.baseUrl() != null || this.entry.apiKey() != null;
		}

	}

}
