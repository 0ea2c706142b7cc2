package dev.litellm.provider;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a provider or a model differs in from the format that it speaks, as data.
 *
 * @param renames the names of parameters that go out under another
 * @param only the only OpenAI parameters that are supported; empty for all
 * @param except the OpenAI parameters that are not supported
 * @param drop the parameters that are left out with a note, never refused
 * @param toolChoices the accepted words of {@code tool_choice}; empty for all
 * @param toolChoiceNames words of {@code tool_choice} that go out as another
 * @param textContent which lists of text parts go out as one string
 * @param keepCacheControl whether {@code cache_control} stays on parts and tools
 * @param streamUsage whether a stream is asked for its usage
 * @param minTemperature the lowest temperature, or null
 * @param maxTemperature the highest temperature, or null
 * @param effort how {@code reasoning_effort} is written
 * @param streamFalse whether {@code stream: false} is written out
 * @param sendUser whether the end user's id is sent
 * @param modelPrefix what is put before a model name without a slash, or null
 * @since 0.1.0
 */
public record Quirks(Map<String, String> renames, Set<String> only, Set<String> except, Set<String> drop,
		Set<String> toolChoices, Map<String, String> toolChoiceNames, TextContent textContent, boolean keepCacheControl,
		StreamUsage streamUsage, @Nullable Double minTemperature, @Nullable Double maxTemperature, Effort effort,
		boolean streamFalse, boolean sendUser, @Nullable String modelPrefix) {

	private static final Quirks NONE = new Quirks(Map.of(), Set.of(), Set.of(), Set.of(), Set.of(), Map.of(),
			TextContent.AS_GIVEN, false, StreamUsage.ASKED, null, null, Effort.AS_GIVEN, false, false, null);

	public static Quirks none() {
		return NONE;
	}

	/**
	 * Return these quirks together with those of the layer beneath, the provider's.
	 * @param beneath the quirks of the layer beneath
	 * @return both together; where they contradict, these
	 */
	public Quirks over(Quirks beneath) {
		if (this == NONE) {
			return beneath;
		}
		Map<String, String> renames = new LinkedHashMap<>(beneath.renames);
		renames.putAll(this.renames);
		Map<String, String> toolChoiceNames = new LinkedHashMap<>(beneath.toolChoiceNames);
		toolChoiceNames.putAll(this.toolChoiceNames);
		return new Quirks(renames, this.only.isEmpty() ? beneath.only : this.only, union(this.except, beneath.except),
				union(this.drop, beneath.drop), this.toolChoices.isEmpty() ? beneath.toolChoices : this.toolChoices,
				toolChoiceNames, (this.textContent != TextContent.AS_GIVEN) ? this.textContent : beneath.textContent,
				this.keepCacheControl || beneath.keepCacheControl,
				(this.streamUsage != StreamUsage.ASKED) ? this.streamUsage : beneath.streamUsage,
				(this.minTemperature != null) ? this.minTemperature : beneath.minTemperature,
				(this.maxTemperature != null) ? this.maxTemperature : beneath.maxTemperature,
				(this.effort != Effort.AS_GIVEN) ? this.effort : beneath.effort,
				this.streamFalse || beneath.streamFalse, this.sendUser || beneath.sendUser,
				(this.modelPrefix != null) ? this.modelPrefix : beneath.modelPrefix);
	}

	private static Set<String> union(Set<String> one, Set<String> other) {
		if (one.isEmpty() || other.isEmpty()) {
			return one.isEmpty() ? other : one;
		}
		Set<String> both = new LinkedHashSet<>(one);
		both.addAll(other);
		return both;
	}

	/**
	 * Which lists of text parts go out as one string.
	 */
	public enum TextContent {

		/** None: parts go out as they are. */
		AS_GIVEN,

		/** Those of tool results. */
		TOOL,

		/** All. */
		ALL

	}

	/**
	 * Whether a stream is asked for its usage.
	 */
	public enum StreamUsage {

		/** Where the caller asks for it. */
		ASKED,

		/** Always. */
		ALWAYS,

		/** Never: {@code stream_options} is left out. */
		NEVER

	}

	/**
	 * How {@code reasoning_effort} is written.
	 */
	public enum Effort {

		/** As it is. */
		AS_GIVEN,

		/** As {@code thinking}, enabled or disabled. */
		THINKING,

		/** Not at all. */
		DROP

	}

}
