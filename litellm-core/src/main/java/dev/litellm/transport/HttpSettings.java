package dev.litellm.transport;

import java.time.Duration;

/**
 * How the library uses HTTP.
 *
 * @param maxConnections the most connections to one host
 * @param maxIdleTime how long an idle connection is kept
 * @param compression whether answers may be compressed
 * @param maxResponseSize the most bytes of an answer, or of one event of a stream
 * @since 0.1.0
 */
public record HttpSettings(int maxConnections, Duration maxIdleTime, boolean compression, int maxResponseSize) {

	/** How long connecting may take where nothing else is said. */
	public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

	private static final int MOST = 512 * 1024 * 1024;

	public HttpSettings {
		if (maxConnections < 1) {
			throw new IllegalArgumentException(
					"'litellm.http.max-connections' is " + maxConnections + ": give 1 or more");
		}
		if (maxResponseSize < 1024 || maxResponseSize > MOST) {
			throw new IllegalArgumentException(
					"'litellm.http.max-response-size' is " + maxResponseSize + " bytes: give 1KB to 512MB");
		}
	}

	public static HttpSettings defaults() {
		return new HttpSettings(4096, Duration.ofSeconds(50), true, 64 * 1024 * 1024);
	}

}
