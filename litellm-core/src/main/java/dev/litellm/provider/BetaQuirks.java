package dev.litellm.provider;

import java.util.Map;

/**
 * How the betas of Anthropic's format are told.
 *
 * @param place where they stand
 * @param names what betas go out as; those without a name are left out
 * @since 0.1.0
 */
public record BetaQuirks(Place place, Map<String, String> names) {

	private static final BetaQuirks NONE = new BetaQuirks(Place.HEADER, Map.of());

	public BetaQuirks {
		names = Map.copyOf(names);
	}

	public static BetaQuirks none() {
		return NONE;
	}

	public BetaQuirks over(BetaQuirks beneath) {
		return new BetaQuirks(Quirks.first(this.place, beneath.place, Place.HEADER),
				Quirks.union(this.names, beneath.names));
	}

	/**
	 * Where betas stand.
	 */
	public enum Place {

		/** In the header. */
		HEADER,

		/** In the body. */
		BODY,

		/** In the header and in the body. */
		BOTH

	}

}
