package dev.litellm.samples.quickstart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;

import dev.litellm.provider.Auth;
import dev.litellm.provider.Provider;
import dev.litellm.provider.Providers;
import dev.litellm.test.ScriptedLlm;

/**
 * Finder of the {@link Backend}: a LiteLLM proxy, a local server, providers whose keys
 * are set, else the embedded server; the first that the environment names.
 */
final class Backends {

	private static final int MOST = 3;

	/** Small models talk without end. */
	private static final String SHORT = "80";

	private final Environment environment;

	private final ScriptedLlm server;

	private final List<String> chosen;

	Backends(Environment environment, ScriptedLlm server) {
		this.environment = environment;
		this.server = server;
		String models = environment.getProperty("quickstart.models", "");
		this.chosen = models.isBlank() ? List.of() : List.of(models.trim().split("\\s*,\\s*"));
	}

	Backend find() {
		if (this.environment.getProperty("quickstart.scripted", Boolean.class, false)) {
			return scripted("As asked for,");
		}
		Backend backend = proxy();
		backend = (backend != null) ? backend
				: local("ollama", "Ollama", List.of("OLLAMA_API_BASE", "OLLAMA_BASE_URL"), "OLLAMA_API_KEY");
		backend = (backend != null) ? backend : local("llama-cpp", "llama.cpp",
				List.of("LLAMA_CPP_BASE_URL", "LLAMA_CPP_API_BASE"), "LLAMA_CPP_API_KEY");
		backend = (backend != null) ? backend : keys();
		return (backend != null) ? backend : scripted("No key found:");
	}

	private Backend scripted(String reason) {
		Map<String, String> properties = new LinkedHashMap<>();
		List.of("openai", "anthropic", "groq").forEach((provider) -> {
			properties.put("litellm.providers." + provider + ".base-url", this.server.baseUrl());
			properties.put("litellm.providers." + provider + ".api-key", "sk-test");
			properties.put("litellm.providers." + provider + ".dialect", "openai");
		});
		return new Backend(reason + " an embedded scripted server answers, over real HTTP at " + this.server.baseUrl()
				+ ".\nSet OPENAI_API_KEY (or any provider's key), LITELLM_PROXY_BASE_URL or OLLAMA_API_BASE for a "
				+ "real model.", this.chosen, properties);
	}

	private @Nullable Backend proxy() {
		String url = first(List.of("LITELLM_PROXY_BASE_URL", "LITELLM_PROXY_API_BASE"));
		if (url == null) {
			return null;
		}
		String key = first(List.of("LITELLM_PROXY_API_KEY", "LITELLM_API_KEY"));
		Map<String, String> properties = new LinkedHashMap<>(Map.of("litellm.proxy.base-url", url));
		if (key != null) {
			properties.put("litellm.proxy.api-key", key);
		}
		List<String> models = this.chosen.isEmpty() ? ModelList.of(url, Auth.bearer(), key) : this.chosen;
		return new Backend("Answers come from the LiteLLM proxy at " + url + " (LITELLM_PROXY_BASE_URL).", most(models),
				properties);
	}

	private @Nullable Backend local(String name, String title, List<String> variables, String keyVariable) {
		String variable = variables.stream().filter(this::isSet).findFirst().orElse(null);
		if (variable == null) {
			return null;
		}
		String url = this.environment.getRequiredProperty(variable).replaceAll("/+$", "");
		url = url.endsWith("/v1") ? url : url + "/v1";
		String key = first(List.of(keyVariable));
		Map<String, String> properties = new LinkedHashMap<>();
		properties.put("litellm.providers." + name + ".dialect", "openai");
		properties.put("litellm.providers." + name + ".base-url", url);
		if (key != null) {
			properties.put("litellm.providers." + name + ".api-key", key);
		}
		properties.put("litellm.providers." + name + ".default-options.max-tokens", SHORT);
		List<String> models = this.chosen.isEmpty() ? prefixed(name, ModelList.of(url, Auth.bearer(), key))
				: this.chosen;
		return new Backend("Answers come from " + title + " at " + url + " (" + variable + ").", most(models),
				properties);
	}

	private @Nullable Backend keys() {
		Map<String, List<String>> models = new LinkedHashMap<>();
		Set<String> variables = new LinkedHashSet<>();
		for (Provider provider : Providers.builtIn().all()) {
			String variable = variable(provider);
			if (variable != null && variables.add(variable)) {
				models.put(provider.title(), this.chosen.isEmpty() ? models(provider) : this.chosen);
			}
		}
		if (models.isEmpty()) {
			return null;
		}
		return new Backend(
				"Answers come from " + String.join(", ", models.keySet()) + " (" + String.join(", ", variables)
						+ "); this spends a few hundred tokens.",
				this.chosen.isEmpty() ? mixed(models) : this.chosen, Map.of());
	}

	private @Nullable String variable(Provider provider) {
		if (!provider.endpoints().contains("chat") || address(provider) == null) {
			return null;
		}
		return provider.login().keyVariables().stream().filter(this::isSet).findFirst().orElse(null);
	}

	private @Nullable String address(Provider provider) {
		String variable = first(provider.address().variables());
		String url = (variable != null) ? provider.address().complete(variable) : provider.address().baseUrl();
		return (url == null || url.contains("{")) ? null : url;
	}

	private List<String> models(Provider provider) {
		String suggested = this.environment.getProperty("quickstart.suggested." + provider.name());
		if (suggested != null) {
			return prefixed(provider.name(), List.of(suggested.split("\\s*,\\s*")));
		}
		String url = address(provider);
		return (url != null) ? prefixed(provider.name(),
				ModelList.of(url, provider.login().auth(), first(provider.login().keyVariables()))) : List.of();
	}

	private static List<String> mixed(Map<String, List<String>> models) {
		List<String> mixed = new ArrayList<>();
		for (int i = 0; i < MOST && mixed.size() < MOST; i++) {
			for (List<String> of : models.values()) {
				if (i < of.size() && mixed.size() < MOST) {
					mixed.add(of.get(i));
				}
			}
		}
		return mixed;
	}

	private static List<String> prefixed(String provider, List<String> models) {
		return models.stream().map((model) -> provider + "/" + model).toList();
	}

	private static List<String> most(List<String> models) {
		return models.subList(0, Math.min(models.size(), MOST));
	}

	private @Nullable String first(List<String> variables) {
		return variables.stream().filter(this::isSet).findFirst().map(this.environment::getProperty).orElse(null);
	}

	private boolean isSet(String variable) {
		String value = this.environment.getProperty(variable);
		return value != null && !value.isBlank();
	}

}
