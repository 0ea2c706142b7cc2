package dev.litellm.engine;

import java.time.Duration;

import dev.litellm.call.Retries;
import dev.litellm.call.Settings;
import dev.litellm.call.Timeouts;
import dev.litellm.transport.HttpSettings;

/**
 * What holds where nobody says anything else.
 *
 * @since 0.1.0
 */
public final class Defaults {

	/** Three attempts, waits of up to half a second that double, never above a minute. */
	public static final Retries RETRIES = new Retries(3, Duration.ofMillis(500), Duration.ofSeconds(60),
			Duration.ofSeconds(2), null);

	/** Ten seconds to connect, five minutes to the first content, two between pieces. */
	public static final Timeouts TIMEOUTS = new Timeouts(HttpSettings.CONNECT_TIMEOUT, Duration.ofMinutes(5),
			Duration.ofMinutes(2), null);

	/** Both together; unsupported parameters are refused. */
	public static final Settings SETTINGS = Settings.none()
		.withRetries(RETRIES)
		.withTimeouts(TIMEOUTS)
		.withDropUnsupported(false);

	private Defaults() {
	}

}
