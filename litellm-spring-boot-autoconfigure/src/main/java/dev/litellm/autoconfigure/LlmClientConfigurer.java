package dev.litellm.autoconfigure;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;

import dev.litellm.LlmClientBuilder;
import dev.litellm.ProviderSpec;
import dev.litellm.autoconfigure.LiteLlmProperties.Fallback;
import dev.litellm.autoconfigure.LiteLlmProperties.Model;
import dev.litellm.autoconfigure.LiteLlmProperties.ModelFacts;
import dev.litellm.autoconfigure.LiteLlmProperties.Provider;
import dev.litellm.autoconfigure.LiteLlmProperties.Proxy;
import dev.litellm.call.Secret;
import dev.litellm.call.Settings;
import dev.litellm.provider.Auth;
import dev.litellm.provider.BaseUrls;
import dev.litellm.provider.KeySource;
import dev.litellm.routing.FallbackRule;
import dev.litellm.routing.InvalidConfigurationException;
import dev.litellm.routing.ModelEntry;
import dev.litellm.routing.ProxyRule;

/**
 * Sets a builder of clients up from properties.
 */
final class LlmClientConfigurer {

	private final LiteLlmProperties properties;

	private final Environment environment;

	private final OriginalNames names;

	private final SettingsMapper mapper;

	LlmClientConfigurer(LiteLlmProperties properties, Environment environment) {
		this.properties = properties;
		this.environment = environment;
		this.names = OriginalNames.of(environment);
		this.mapper = new SettingsMapper(new RequestParameters(this.names));
	}

	/**
	 * Set a builder up.
	 * @param builder the builder
	 */
	void configure(LlmClientBuilder builder) {
		builder.environment(this.environment::getProperty);
		builder.settings(
				(settings) -> this.mapper
					.settings("litellm", this.properties.retry(), this.properties.timeouts(),
							this.properties.dropUnsupported(), Map.of())
					.over(settings));
		new ProviderNames(this.names, builder.providers(), builder.dialects()).check(this.properties.providers())
			.forEach((name, property) -> provider(builder, name, property.name(), property.provider()));
		proxy(builder);
		names(builder);
		facts(builder);
	}

	private void provider(LlmClientBuilder builder, String name, String property, Provider provider) {
		this.names.checkKeys(property + ".headers", provider.headers().keySet());
		Settings settings = this.mapper.settings(property, provider.retry(), provider.timeouts(),
				provider.dropUnsupported(), provider.defaultOptions());
		String baseUrl = SettingsMapper.baseUrl(property + ".base-url", provider.baseUrl());
		builder.provider(name, (spec) -> {
			if (provider.dialect() != null) {
				spec.dialect(provider.dialect());
			}
			String auth = provider.auth();
			if (auth != null) {
				spec.auth(SettingsMapper.checked(property + ".auth", () -> Auth.parse(auth)));
			}
			address(spec, baseUrl, SettingsMapper.key(provider.apiKey()));
			provider.headers().forEach(spec::header);
			options(property, provider.options()).forEach((option, value) -> SettingsMapper
				.checked(property + ".options." + option, () -> spec.option(option, value.value())));
			spec.settings(settings);
		});
	}

	/**
	 * A placeholder whose variable is not set counts as nothing, as it does for a key.
	 */
	private static Map<String, Secret> options(String property, Map<String, Secret> options) {
		Map<String, Secret> set = new LinkedHashMap<>();
		options.forEach((name, value) -> {
			Secret known = SettingsMapper.checked(property + ".options." + name, () -> SettingsMapper.key(value));
			if (known != null) {
				set.put(name, known);
			}
		});
		return set;
	}

	private static void address(ProviderSpec spec, @Nullable String baseUrl, @Nullable Secret key) {
		if (baseUrl != null) {
			spec.baseUrl(baseUrl);
		}
		if (key != null) {
			spec.key(KeySource.of(key));
		}
	}

	private void proxy(LlmClientBuilder builder) {
		Proxy proxy = this.properties.proxy();
		String baseUrl = SettingsMapper.baseUrl("litellm.proxy.base-url", proxy.baseUrl());
		if (baseUrl != null) {
			contradiction(baseUrl);
			builder.provider(ProxyRule.PROVIDER, (spec) -> address(spec, baseUrl, SettingsMapper.key(proxy.apiKey())));
			builder.proxy((proxy.mode() == Proxy.Mode.ALL) ? ProxyRule.everything()
					: new ProxyRule(false, new LinkedHashSet<>(proxy.models())));
		}
	}

	private void contradiction(String baseUrl) {
		this.properties.providers().forEach((key, provider) -> {
			String other = provider.baseUrl();
			if (OriginalNames.uniform(key).equals(OriginalNames.uniform(ProxyRule.PROVIDER)) && other != null
					&& !other.isBlank() && !BaseUrls.check(other).equals(BaseUrls.check(baseUrl))) {
				throw new InvalidConfigurationException("litellm.proxy.base-url",
						"it differs from litellm.providers." + key + ".base-url, and both say where the proxy is",
						"Keep litellm.proxy.base-url and take the other out.");
			}
		});
	}

	private void names(LlmClientBuilder builder) {
		this.names.checkKeys("litellm.aliases", this.properties.aliases().keySet());
		this.names.checkKeys("litellm.tasks", this.properties.tasks().keySet());
		if (this.properties.defaultModel() != null && !this.properties.defaultModel().isBlank()) {
			builder.defaultModel(this.properties.defaultModel());
		}
		this.properties.aliases().forEach(builder::alias);
		this.properties.tasks().forEach(builder::task);
		for (int i = 0; i < this.properties.models().size(); i++) {
			builder.model(entry("litellm.models[" + i + "]", this.properties.models().get(i)));
		}
		for (int i = 0; i < this.properties.fallbacks().size(); i++) {
			Fallback fallback = this.properties.fallbacks().get(i);
			if (fallback.to().isEmpty()) {
				throw new InvalidConfigurationException("litellm.fallbacks[" + i + "].to", "it is empty",
						"List the models to go to when '" + fallback.model() + "' fails.");
			}
			builder.fallback(new FallbackRule(fallback.model(), fallback.to(), fallback.kinds()));
		}
		builder.maxFallbacks(this.properties.maxFallbacks());
	}

	private void facts(LlmClientBuilder builder) {
		for (int i = 0; i < this.properties.modelFacts().size(); i++) {
			String property = "litellm.model-facts[" + i + "]";
			ModelFacts given = this.properties.modelFacts().get(i);
			String model = required(property + ".model", given.model(), "a model, for example my-claude-.*");
			SettingsMapper.checked(property + ".model", () -> builder.modelFacts(model, Map.of()));
			given.facts()
				.forEach((name, value) -> SettingsMapper.checked(property + ".facts." + name,
						() -> builder.modelFacts(model, Map.of(name, listed(value)))));
		}
	}

	/** A list in properties is bound by its indices. */
	private static Object listed(Object value) {
		return (value instanceof Map<?, ?> items) ? List.copyOf(items.values()) : value;
	}

	private ModelEntry entry(String property, Model model) {
		String name = required(property + ".name", model.name(), "the name that callers give, for example smart");
		String target = required(property + ".model", model.model(), "a model, for example openai/gpt-4o");
		this.names.checkKeys(property + ".headers", model.headers().keySet());
		return new ModelEntry(name, target, SettingsMapper.key(model.apiKey()),
				SettingsMapper.baseUrl(property + ".base-url", model.baseUrl()), new LinkedHashMap<>(model.headers()),
				this.mapper.settings(property, model.retry(), model.timeouts(), null, model.defaultOptions()),
				options(property, model.options()));
	}

	private static String required(String property, @Nullable String value, String what) {
		if (value == null || value.isBlank()) {
			throw new InvalidConfigurationException(property, "it is missing", "Give " + what + ".");
		}
		return value;
	}

}
