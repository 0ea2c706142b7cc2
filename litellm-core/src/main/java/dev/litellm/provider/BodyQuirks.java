package dev.litellm.provider;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What else the bodies of a provider or model hold.
 *
 * @param members members of every chat body that the caller has not set
 * @param streamUsage whether a stream is asked for its usage
 * @param streamFalse whether {@code stream: false} is written out
 * @param inputList whether a single text to embed goes out as a list of one
 * @param schemaTool whether answers by a schema are asked for as the input of a tool
 * @param wholeJson whether answers in JSON do not stream
 * @since 0.1.0
 */
public record BodyQuirks(Map<String, @Nullable Object> members, StreamUsage streamUsage, boolean streamFalse,
		boolean inputList, boolean schemaTool, boolean wholeJson) {

	private static final BodyQuirks NONE = new BodyQuirks(Map.of(), StreamUsage.ASKED, false, false, false, false);

	public BodyQuirks {
		members = members.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(members));
	}

	public static BodyQuirks none() {
		return NONE;
	}

	public BodyQuirks over(BodyQuirks beneath) {
		return new BodyQuirks(Quirks.union(this.members, beneath.members),
				Quirks.first(this.streamUsage, beneath.streamUsage, StreamUsage.ASKED),
				this.streamFalse || beneath.streamFalse, this.inputList || beneath.inputList,
				this.schemaTool || beneath.schemaTool, this.wholeJson || beneath.wholeJson);
	}

	/**
	 * Whether a stream is asked for its usage.
	 */
	public enum StreamUsage {

		/** Where the caller asks for it. */
		ASKED,

		/** Always, unless the caller says no. */
		ALWAYS,

		/** Never: {@code stream_options} is left out. */
		NEVER

	}

}
