package dev.litellm.engine;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import dev.litellm.error.Attempt;
import dev.litellm.error.ErrorKind;

/**
 * What traffic has shown of each provider; kept in memory, safe for many threads.
 *
 * @since 0.1.0
 */
public final class ProviderStates implements AttemptListener {

	private static final int MOST = 1000;

	private final InstantSource clock;

	private final Map<String, ProviderState> states = new ConcurrentHashMap<>();

	public ProviderStates(InstantSource clock) {
		this.clock = clock;
	}

	@Override
	public void onAttempt(Attempt attempt) {
		ErrorKind kind = attempt.kind();
		if (kind == ErrorKind.CANCELLED
				|| (this.states.size() >= MOST && !this.states.containsKey(attempt.provider()))) {
			return;
		}
		Instant now = this.clock.instant();
		this.states.compute(attempt.provider(), (name, known) -> {
			ProviderState state = (known != null) ? known : ProviderState.UNKNOWN;
			return (kind == null) ? state.succeeded(now) : state.failed(now, kind, attempt.message());
		});
	}

	/**
	 * Return what is known at the moment.
	 * @return the states by provider, sorted; providers without traffic left out
	 */
	public SortedMap<String, ProviderState> snapshot() {
		return new TreeMap<>(this.states);
	}

}
