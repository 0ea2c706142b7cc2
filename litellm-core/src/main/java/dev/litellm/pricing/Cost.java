package dev.litellm.pricing;

import java.math.BigDecimal;
import java.math.MathContext;

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

	private static final MathContext SIX_DIGITS = new MathContext(6);

	public static Cost unknown() {
		return UNKNOWN;
	}

	public static Cost ofUsd(BigDecimal usd) {
		return new Cost(usd);
	}

	public boolean isKnown() {
		return this.usd != null;
	}

	/**
	 * Return the price for people.
	 * @return US dollars in six digits, or {@code unknown}
	 */
	@Override
	public String toString() {
		return (this.usd != null) ? "$" + this.usd.round(SIX_DIGITS).stripTrailingZeros().toPlainString() : "unknown";
	}

}
