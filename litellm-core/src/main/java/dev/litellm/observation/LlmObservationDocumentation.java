package dev.litellm.observation;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/**
 * The observations of the library, in OpenTelemetry's GenAI names.
 *
 * @since 0.1.0
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/gen-ai/">Semantic conventions
 * for generative AI</a>
 */
public enum LlmObservationDocumentation implements ObservationDocumentation {

	/** A call with all its attempts. */
	CALL {
		@Override
		public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
			return DefaultLlmObservationConvention.class;
		}

		@Override
		public KeyName[] getLowCardinalityKeyNames() {
			return LowCardinality.values();
		}

		@Override
		public KeyName[] getHighCardinalityKeyNames() {
			return HighCardinality.values();
		}
	};

	/**
	 * Keys of few values.
	 */
	public enum LowCardinality implements KeyName {

		/** What the call does. */
		OPERATION("gen_ai.operation.name"),

		/** Who answered, or failed last. */
		PROVIDER("gen_ai.provider.name"),

		/** The model as the caller named it. */
		REQUEST_MODEL("gen_ai.request.model"),

		/** The model as the provider names it. */
		RESPONSE_MODEL("gen_ai.response.model"),

		/** The kind of the failure. */
		ERROR_TYPE("error.type");

		private final String name;

		LowCardinality(String name) {
			this.name = name;
		}

		@Override
		public String asString() {
			return this.name;
		}

	}

	/**
	 * Keys of many values.
	 */
	public enum HighCardinality implements KeyName {

		/** The answer's id. */
		RESPONSE_ID("gen_ai.response.id"),

		/** Why the answer ended. */
		FINISH_REASON("gen_ai.response.finish_reasons"),

		/** Tokens of the prompt. */
		INPUT_TOKENS("gen_ai.usage.input_tokens"),

		/** Tokens of the answer. */
		OUTPUT_TOKENS("gen_ai.usage.output_tokens"),

		/** How many requests the call took. */
		ATTEMPTS("litellm.attempts");

		private final String name;

		HighCardinality(String name) {
			this.name = name;
		}

		@Override
		public String asString() {
			return this.name;
		}

	}

}
