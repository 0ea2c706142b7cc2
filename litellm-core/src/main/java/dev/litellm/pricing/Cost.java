package dev.litellm.pricing;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * The price of a call in US dollars, or that it is not known: an unknown price is never
 * 0.
 *
 * @param usd US dollars, or null where the price is unknown
 * @since 0.1.0
 */
public record Cost(@Nullable BigDecimal usd) {

	private static final Cost UNKNOWN = new Cost(null);

	public static Cost unknown() {
		return UNKNOWN;
	}

	public static Cost ofUsd(BigDecimal usd) {
		return new Cost(usd);
	}

	public boolean isKnown() {
		return this.usd != null;
	}

	@Override
	public String toString() {
		return (this.usd != null) ? "$" + this.usd.toPlainString() : "unknown";
	}

}
