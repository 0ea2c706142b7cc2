package dev.litellm.dialect;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * What was looked up and is not looked up again for ten minutes.
 *
 * @param <K> what it is looked up by
 * @since 0.1.0
 */
public final class LookUps<K> {

	private static final Duration KEPT = Duration.ofMinutes(10);

	private static final int MOST = 1000;

	private final Map<K, Found> known = new ConcurrentHashMap<>();

	private final Clock clock;

	public LookUps(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Return what was found.
	 * @param key what it is looked up by
	 * @return what was found, or null where it is to be looked up
	 */
	public @Nullable String get(K key) {
		Found found = this.known.get(key);
		return (found != null && this.clock.instant().isBefore(found.until())) ? found.value() : null;
	}

	public void put(K key, String value) {
		if (this.known.size() >= MOST) {
			this.known.clear();
		}
		this.known.put(key, new Found(value, this.clock.instant().plus(KEPT)));
	}

	public void clear() {
		this.known.clear();
	}

	/**
	 * A finding.
	 *
	 * @param value what was found
	 * @param until until when it is not looked up again
	 */
	private record Found(String value, Instant until) {
	}

}
