package dev.litellm.samples.quickstart;

import java.math.BigDecimal;

import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Usage;
import dev.litellm.pricing.Cost;

/**
 * The tokens and the price of several answers.
 */
final class Bill {

	private long tokens;

	private BigDecimal usd = BigDecimal.ZERO;

	private int priced;

	private int unpriced;

	static String tokens(ChatResponse response) {
		Usage usage = response.usage();
		return (usage != null) ? usage.promptTokens() + " + " + usage.completionTokens() + " tokens" : "tokens unknown";
	}

	void add(ChatResponse response) {
		Usage usage = response.usage();
		this.tokens += (usage != null) ? usage.totalTokens() : 0;
		BigDecimal price = response.cost().usd();
		if (price != null) {
			this.priced++;
			this.usd = this.usd.add(price);
		}
		else {
			this.unpriced++;
		}
	}

	String tokens() {
		return this.tokens + " in the " + (this.priced + this.unpriced) + " whole answers above";
	}

	String cost() {
		if (this.priced == 0) {
			return "unknown: nobody reports a price here, and an unknown price is never shown as 0";
		}
		String known = Cost.ofUsd(this.usd) + " for " + this.priced + " of them, as the proxy reports it";
		return (this.unpriced > 0) ? known + "; unknown for the other " + this.unpriced : known;
	}

}
