package dev.litellm.observation;

import java.util.HashMap;
import java.util.Map;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import org.jspecify.annotations.Nullable;

import dev.litellm.chat.Usage;
import dev.litellm.error.LlmException;
import dev.litellm.observation.LlmObservationDocumentation.HighCardinality;
import dev.litellm.observation.LlmObservationDocumentation.LowCardinality;

/**
 * The library's own names and values of a call's observation.
 *
 * @since 0.1.0
 */
public final class DefaultLlmObservationConvention implements LlmObservationConvention {

	private static final String NONE = "none";

	/** What stands for a key that has no value, made once. */
	private static final Map<String, KeyValue> NOTHING = nothing();

	@Override
	public String getName() {
		return "gen_ai.client.operation";
	}

	@Override
	public String getContextualName(LlmObservationContext context) {
		return context.getOperation() + " " + context.getRequestModel();
	}

	@Override
	public KeyValues getLowCardinalityKeyValues(LlmObservationContext context) {
		return KeyValues.of(value(LowCardinality.OPERATION.asString(), context.getOperation()),
				value(LowCardinality.PROVIDER.asString(), context.getProvider()),
				value(LowCardinality.REQUEST_MODEL.asString(), context.getRequestModel()),
				value(LowCardinality.RESPONSE_MODEL.asString(), context.getResponseModel()),
				value(LowCardinality.ERROR_TYPE.asString(), errorType(context.getError())));
	}

	@Override
	public KeyValues getHighCardinalityKeyValues(LlmObservationContext context) {
		if (context.getAttempts() == 0) {
			return KeyValues.empty();
		}
		Usage usage = context.getUsage();
		KeyValues values = KeyValues.of(value(HighCardinality.RESPONSE_ID.asString(), context.getResponseId()),
				value(HighCardinality.FINISH_REASON.asString(), context.getFinishReason()),
				value(HighCardinality.ATTEMPTS.asString(), Integer.toString(context.getAttempts())));
		return (usage == null) ? values
				: values.and(value(HighCardinality.INPUT_TOKENS.asString(), Long.toString(usage.promptTokens())),
						value(HighCardinality.OUTPUT_TOKENS.asString(), Long.toString(usage.completionTokens())));
	}

	private static @Nullable String errorType(@Nullable Throwable error) {
		if (error instanceof LlmException failure) {
			return failure.kind().code();
		}
		return (error != null) ? error.getClass().getSimpleName() : null;
	}

	private static KeyValue value(String name, @Nullable String value) {
		if (value != null) {
			return KeyValue.of(name, value);
		}
		KeyValue none = NOTHING.get(name);
		return (none != null) ? none : KeyValue.of(name, NONE);
	}

	private static Map<String, KeyValue> nothing() {
		Map<String, KeyValue> values = new HashMap<>();
		for (LowCardinality key : LowCardinality.values()) {
			values.put(key.asString(), KeyValue.of(key.asString(), NONE));
		}
		for (HighCardinality key : HighCardinality.values()) {
			values.put(key.asString(), KeyValue.of(key.asString(), NONE));
		}
		return values;
	}

}
