package dev.litellm.autoconfigure.health;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;

import dev.litellm.engine.ProviderState;
import dev.litellm.engine.ProviderStates;
import dev.litellm.routing.ProxyRule;

/**
 * Health of the providers as traffic has shown it; down only if every provider in use is.
 */
final class LiteLlmHealthIndicator implements ReactiveHealthIndicator {

	private final ProviderStates states;

	private final @Nullable ProxyProbe probe;

	private final InstantSource clock;

	private final int threshold;

	private final Duration expiry;

	LiteLlmHealthIndicator(ProviderStates states, @Nullable ProxyProbe probe, InstantSource clock, int threshold,
			Duration expiry) {
		this.states = states;
		this.probe = probe;
		this.clock = clock;
		this.threshold = threshold;
		this.expiry = expiry;
	}

	@Override
	public Mono<Health> health() {
		return (this.probe != null) ? this.probe.answer().map(this::health) : Mono.fromSupplier(() -> health(null));
	}

	private Health health(ProxyProbe.@Nullable Answer answer) {
		SortedMap<String, ProviderState> seen = this.states.snapshot();
		SortedMap<String, Object> details = new TreeMap<>();
		Instant now = this.clock.instant();
		boolean anyUp = false;
		for (Map.Entry<String, ProviderState> entry : seen.entrySet()) {
			ProxyProbe.Answer own = entry.getKey().equals(ProxyRule.PROVIDER) ? answer : null;
			boolean up = (own != null) ? own.alive() : isUp(entry.getValue(), now);
			anyUp |= up;
			details.put(entry.getKey(), details(up, entry.getValue(), own));
		}
		if (answer != null && !seen.containsKey(ProxyRule.PROVIDER)) {
			anyUp |= answer.alive();
			details.put(ProxyRule.PROVIDER, details(answer.alive(), null, answer));
		}
		Status status = (details.isEmpty() || anyUp) ? Status.UP : Status.DOWN;
		return Health.status(status).withDetail("providers", details).build();
	}

	private boolean isUp(ProviderState state, Instant now) {
		return state.consecutiveFailures() < this.threshold || state.lastFailure() == null
				|| state.lastFailure().plus(this.expiry).isBefore(now);
	}

	private static Map<String, Object> details(boolean up, @Nullable ProviderState state,
			ProxyProbe.@Nullable Answer answer) {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("status", (up ? Status.UP : Status.DOWN).getCode());
		if (answer != null) {
			details.put("liveness", answer.message());
		}
		if (state != null) {
			put(details, "lastSuccess", state.lastSuccess());
			put(details, "lastFailure", state.lastFailure());
			put(details, "lastFailureKind", (state.kind() != null) ? state.kind().text() : null);
			put(details, "lastFailureMessage", state.message());
			details.put("consecutiveFailures", state.consecutiveFailures());
		}
		return details;
	}

	private static void put(Map<String, Object> details, String name, @Nullable Object value) {
		if (value != null) {
			details.put(name, value.toString());
		}
	}

}
