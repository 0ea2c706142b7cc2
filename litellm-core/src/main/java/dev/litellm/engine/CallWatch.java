package dev.litellm.engine;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatResponse;
import dev.litellm.error.LlmException;
import dev.litellm.observation.DefaultLlmObservationConvention;
import dev.litellm.observation.LlmObservationContext;
import dev.litellm.observation.LlmObservationDocumentation;

/**
 * The observation of one call; nothing at all where nobody observes.
 */
final class CallWatch {

	private static final DefaultLlmObservationConvention CONVENTION = new DefaultLlmObservationConvention();

	private final @Nullable LlmObservationContext context;

	private final @Nullable Observation observation;

	CallWatch(ObservationRegistry registry, String operation, String model) {
		if (registry.isNoop()) {
			this.context = null;
			this.observation = null;
			return;
		}
		LlmObservationContext observed = new LlmObservationContext(operation, model);
		this.context = observed;
		this.observation = LlmObservationDocumentation.CALL.observation(null, CONVENTION, () -> observed, registry);
	}

	void start() {
		if (this.observation != null) {
			this.observation.start();
		}
	}

	void succeed(Object response, String provider, int attempts) {
		if (this.context == null || this.observation == null) {
			return;
		}
		this.context.setProvider(provider);
		this.context.setAttempts(attempts);
		if (response instanceof ChatResponse chat) {
			this.context.setResponse(chat.model(), chat.id(), chat.finishReason(), chat.usage());
		}
		this.observation.stop();
	}

	void fail(LlmException error) {
		if (this.context == null || this.observation == null) {
			return;
		}
		this.context.setProvider(error.provider());
		this.context.setAttempts(error.attempts().size());
		this.observation.error(error);
		this.observation.stop();
	}

	void cancel() {
		if (this.observation != null) {
			this.observation.event(Observation.Event.of("cancelled"));
			this.observation.stop();
		}
	}

}
