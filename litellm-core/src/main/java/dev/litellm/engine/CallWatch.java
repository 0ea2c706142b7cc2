package dev.litellm.engine;

import java.util.concurrent.atomic.AtomicBoolean;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.util.context.ContextView;

import dev.litellm.chat.ChatResponse;
import dev.litellm.error.Attempt;
import dev.litellm.error.LlmException;
import dev.litellm.observation.DefaultLlmObservationConvention;
import dev.litellm.observation.LlmObservationContext;
import dev.litellm.observation.LlmObservationDocumentation;

/**
 * The observation of one call, ended once; nothing at all where nobody observes.
 */
final class CallWatch {

	private static final DefaultLlmObservationConvention CONVENTION = new DefaultLlmObservationConvention();

	private static final CallWatch NONE = new CallWatch(null, Observation.NOOP);

	/** Where Micrometer keeps the present observation in a Reactor context. */
	private static final String KEY = "micrometer.observation";

	private final @Nullable LlmObservationContext context;

	private final Observation observation;

	private final AtomicBoolean ended = new AtomicBoolean();

	private CallWatch(@Nullable LlmObservationContext context, Observation observation) {
		this.context = context;
		this.observation = observation;
	}

	static CallWatch of(ObservationRegistry registry, String operation, String model) {
		if (registry.isNoop()) {
			return NONE;
		}
		LlmObservationContext context = new LlmObservationContext(operation, model);
		return new CallWatch(context,
				LlmObservationDocumentation.CALL.observation(null, CONVENTION, () -> context, registry));
	}

	/**
	 * Begin, beneath the observation of the subscriber where there is one.
	 * @param subscriber the subscriber's context
	 */
	void start(ContextView subscriber) {
		if (this.context != null) {
			if (subscriber.getOrDefault(KEY, null) instanceof Observation parent) {
				this.observation.parentObservation(parent);
			}
			this.observation.start();
		}
	}

	/**
	 * Let what a call does stand beneath its observation.
	 * @param <T> what it gives
	 * @param doing what it does
	 * @return the same, observed
	 */
	<T> Flux<T> within(Flux<T> doing) {
		return (this.context != null) ? doing.contextWrite((context) -> context.put(KEY, this.observation)) : doing;
	}

	void attempt(Attempt attempt) {
		if (this.context != null && !this.ended.get()) {
			this.context.setAttempts(this.context.getAttempts() + 1);
			this.context.setProvider(attempt.provider());
			this.observation.event(Observation.Event
				.of((attempt.kind() != null) ? "attempt." + attempt.kind().code() : "attempt.ok", attempt.toString()));
		}
	}

	void succeed(Object response) {
		if (this.context != null && this.ended.compareAndSet(false, true)) {
			if (response instanceof ChatResponse chat) {
				this.context.setResponse(chat.model(), chat.id(), chat.finishReason(), chat.usage());
			}
			this.observation.stop();
		}
	}

	void fail(Throwable error) {
		if (this.context != null && this.ended.compareAndSet(false, true)) {
			if (error instanceof LlmException failure) {
				this.context.setProvider(failure.provider());
			}
			this.observation.error(error);
			this.observation.stop();
		}
	}

	void cancel() {
		if (this.context != null && this.ended.compareAndSet(false, true)) {
			this.observation.event(Observation.Event.of("cancelled"));
			this.observation.stop();
		}
	}

}
