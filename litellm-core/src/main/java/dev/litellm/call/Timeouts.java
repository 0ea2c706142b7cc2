package dev.litellm.call;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * The four times a call may take; null stands for what lies beneath: the model's, the
 * provider's, the application's, the default.
 *
 * @param connect until the connection stands
 * @param firstToken from the request to the first content of the answer
 * @param idle between two pieces of the answer
 * @param total for the whole call, retries, fallbacks and waits included; no limit by
 * default
 * @since 0.1.0
 */
public record Timeouts(@Nullable Duration connect, @Nullable Duration firstToken, @Nullable Duration idle,
		@Nullable Duration total) {

	private static final Timeouts NONE = new Timeouts(null, null, null, null);

	public Timeouts {
		check("connect", connect);
		check("first-token", firstToken);
		check("idle", idle);
		check("total", total);
	}

	public static Timeouts none() {
		return NONE;
	}

	public Timeouts withConnect(Duration connect) {
		return new Timeouts(connect, this.firstToken, this.idle, this.total);
	}

	public Timeouts withFirstToken(Duration firstToken) {
		return new Timeouts(this.connect, firstToken, this.idle, this.total);
	}

	public Timeouts withIdle(Duration idle) {
		return new Timeouts(this.connect, this.firstToken, idle, this.total);
	}

	public Timeouts withTotal(Duration total) {
		return new Timeouts(this.connect, this.firstToken, this.idle, total);
	}

	/**
	 * Return these times, and the given ones where these say nothing.
	 * @param beneath the times of the layer beneath
	 * @return the new times
	 */
	public Timeouts over(Timeouts beneath) {
		if (this == NONE) {
			return beneath;
		}
		return new Timeouts((this.connect != null) ? this.connect : beneath.connect,
				(this.firstToken != null) ? this.firstToken : beneath.firstToken,
				(this.idle != null) ? this.idle : beneath.idle, (this.total != null) ? this.total : beneath.total);
	}

	private static void check(String name, @Nullable Duration value) {
		if (value != null && (value.isNegative() || value.isZero())) {
			throw new IllegalArgumentException(
					"Timeout '" + name + "' is " + value + ": give a time above zero, or leave it out");
		}
	}

}
