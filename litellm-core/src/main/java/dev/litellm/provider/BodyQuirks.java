package dev.litellm.provider;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
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
 * @param responses whether chats go through the Responses API
 * @param encryptedReasoning whether responses can tell their reasoning encrypted, so that
 * it can go back though nothing is stored
 * @param modelInAddress whether the body names no model
 * @param models what the body calls models that the address calls by their whole name
 * @param betas how betas are told
 * @param quotaReturns whether a quota that is used up is there again after a while
 * @since 0.1.0
 */
public record BodyQuirks(Map<String, @Nullable Object> members, StreamUsage streamUsage, boolean streamFalse,
		boolean inputList, boolean schemaTool, boolean wholeJson, Responses responses, boolean encryptedReasoning,
		boolean modelInAddress, List<ModelRule> models, BetaQuirks betas, boolean quotaReturns) {

	private static final BodyQuirks NONE = new BodyQuirks(Map.of(), StreamUsage.ASKED, false, false, false, false,
			Responses.NEVER, false, false, List.of(), BetaQuirks.none(), false);

	public BodyQuirks {
		members = members.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(members));
		models = List.copyOf(models);
	}

	public static BodyQuirks none() {
		return NONE;
	}

	public BodyQuirks over(BodyQuirks beneath) {
		return new BodyQuirks(Quirks.union(this.members, beneath.members),
				Quirks.first(this.streamUsage, beneath.streamUsage, StreamUsage.ASKED),
				this.streamFalse || beneath.streamFalse, this.inputList || beneath.inputList,
				this.schemaTool || beneath.schemaTool, this.wholeJson || beneath.wholeJson,
				Quirks.first(this.responses, beneath.responses, Responses.NEVER),
				this.encryptedReasoning || beneath.encryptedReasoning, this.modelInAddress || beneath.modelInAddress,
				this.models.isEmpty() ? beneath.models : this.models, this.betas.over(beneath.betas),
				this.quotaReturns || beneath.quotaReturns);
	}

	/**
	 * Return what the body calls a model.
	 * @param model the provider's own name of it
	 * @return the name in the body
	 */
	public String model(String model) {
		for (ModelRule rule : this.models) {
			ModelRule.Route route = rule.apply(model);
			if (route != null) {
				return route.model();
			}
		}
		return model;
	}

	/**
	 * Return these quirks with chats that go through the Responses API.
	 * @return the new quirks
	 */
	public BodyQuirks withResponses() {
		return (this.responses != Responses.NEVER) ? this
				: new BodyQuirks(this.members, this.streamUsage, this.streamFalse, this.inputList, this.schemaTool,
						this.wholeJson, Responses.ALWAYS, this.encryptedReasoning, this.modelInAddress, this.models,
						this.betas, this.quotaReturns);
	}

	/**
	 * Whether chats go through the Responses API.
	 */
	public enum Responses {

		/** No: through chat completions. */
		NEVER("model"),

		/** Yes. */
		ALWAYS("model"),

		/** Yes, and the model's name goes out as that of a preset. */
		PRESET("preset");

		private final String model;

		Responses(String model) {
			this.model = model;
		}

		/**
		 * Return the member of the body that the model's name goes out as.
		 * @return {@code model} or {@code preset}
		 */
		public String model() {
			return this.model;
		}

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
