package dev.litellm.autoconfigure.endpoint;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.convert.DurationStyle;

import dev.litellm.engine.Defaults;
import dev.litellm.engine.ProviderState;
import dev.litellm.provider.Provider;
import dev.litellm.routing.Explanation;
import dev.litellm.routing.Explanation.Served;
import dev.litellm.routing.Explanation.Value;
import dev.litellm.routing.Router;
import dev.litellm.routing.UnknownModelException;

/**
 * Writer of explanations as maps that anyone can read.
 */
final class ExplanationReport {

	private static final String MASK = "******";

	private final boolean bootConnectTimeout;

	/**
	 * Create a report.
	 * @param bootConnectTimeout whether the connect timeout of all calls is that of the
	 * application's HTTP clients
	 */
	ExplanationReport(boolean bootConnectTimeout) {
		this.bootConnectTimeout = bootConnectTimeout;
	}

	Map<String, Object> model(Router router, String name) {
		Map<String, Object> told = new LinkedHashMap<>();
		try {
			Explanation explanation = router.explain(name, Defaults.SETTINGS);
			if (explanation.names().size() > 1) {
				told.put("standsFor", explanation.names().subList(1, explanation.names().size()));
			}
			told.put("deployments", explanation.deployments().stream().map(this::deployment).toList());
			told.put("fallbacks", explanation.fallbacks());
		}
		catch (UnknownModelException ex) {
			told.put("error", String.valueOf(ex.getMessage()));
		}
		return told;
	}

	Map<String, Object> providers(Router router, Map<String, ProviderState> states) {
		Map<String, Object> told = new LinkedHashMap<>();
		for (Provider provider : router.providers().all()) {
			ProviderState state = states.get(provider.name());
			if (provider.configured() || state != null) {
				Map<String, Object> one = new LinkedHashMap<>();
				Served any = router.explain(provider.name() + "/*", Defaults.SETTINGS).deployments().get(0);
				one.put("baseUrl", value("base-url", any.baseUrl()));
				one.put("key", key(any));
				one.putAll(state(state));
				told.put(provider.name(), one);
			}
		}
		return told;
	}

	private Map<String, Object> deployment(Served served) {
		Map<String, Object> told = new LinkedHashMap<>();
		told.put("name", served.name());
		told.put("provider", served.provider());
		told.put("baseUrl", value("base-url", served.baseUrl()));
		told.put("key", key(served));
		Map<String, Object> settings = new LinkedHashMap<>();
		served.settings().forEach((name, value) -> settings.put(name, value(name, value)));
		told.put("settings", settings);
		return told;
	}

	private static Map<String, Object> key(Served served) {
		return Map.of("present", served.hasKey(), "from", served.keyFrom());
	}

	private Map<String, Object> value(String name, Value value) {
		Map<String, Object> told = new LinkedHashMap<>();
		if (value.value() != null) {
			told.put("value", shown(name, value.value()));
		}
		told.put("from", (this.bootConnectTimeout && value.from().equals("litellm.timeouts.connect"))
				? "spring.http.clients.connect-timeout" : value.from());
		return told;
	}

	private static Object shown(String name, Object value) {
		if (value instanceof Duration duration) {
			return DurationStyle.SIMPLE.print(duration);
		}
		boolean plain = value instanceof Number || value instanceof Boolean;
		return (plain || !name.startsWith("default-options")) ? value : MASK;
	}

	private static Map<String, Object> state(@Nullable ProviderState state) {
		Map<String, Object> told = new LinkedHashMap<>();
		if (state != null) {
			put(told, "lastSuccess", state.lastSuccess());
			put(told, "lastFailure", state.lastFailure());
			put(told, "lastFailureKind", state.kind());
			put(told, "lastFailureMessage", state.message());
			told.put("consecutiveFailures", state.consecutiveFailures());
		}
		return told;
	}

	private static void put(Map<String, Object> told, String name, @Nullable Object value) {
		if (value != null) {
			told.put(name, value.toString());
		}
	}

}
