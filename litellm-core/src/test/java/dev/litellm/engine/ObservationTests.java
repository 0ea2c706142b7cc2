package dev.litellm.engine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

import dev.litellm.LlmClient;
import dev.litellm.Models;
import dev.litellm.error.LlmException;
import dev.litellm.observation.LlmObservationContext;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static io.micrometer.observation.tck.TestObservationRegistryAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for the observation of calls.
 */
class ObservationTests {

	private final ScriptedLlm llm = ScriptedLlm.start();

	private final TestObservationRegistry registry = TestObservationRegistry.create();

	private final LlmClient client = Models.builder(this.llm).observationRegistry(this.registry).build();

	@AfterEach
	void close() {
		this.llm.close();
	}

	@Test
	void observesACallOnceWithTheNamesOfOpenTelemetry() {
		this.llm.enqueue(Reply.error(503), Reply.text("Paris.").usage(7, 2).id("chatcmpl-1").model("gpt-4o-2024"));
		this.client.chat("gpt-4o").user("Hi").call().content();
		assertThat(this.registry).hasNumberOfObservationsEqualTo(1)
			.hasSingleObservationThat()
			.hasNameEqualTo("gen_ai.client.operation")
			.hasContextualNameEqualTo("chat gpt-4o")
			.hasLowCardinalityKeyValue("gen_ai.operation.name", "chat")
			.hasLowCardinalityKeyValue("gen_ai.provider.name", "openai")
			.hasLowCardinalityKeyValue("gen_ai.request.model", "gpt-4o")
			.hasLowCardinalityKeyValue("gen_ai.response.model", "gpt-4o-2024")
			.hasLowCardinalityKeyValue("error.type", "none")
			.hasHighCardinalityKeyValue("gen_ai.response.id", "chatcmpl-1")
			.hasHighCardinalityKeyValue("gen_ai.usage.input_tokens", "7")
			.hasHighCardinalityKeyValue("gen_ai.usage.output_tokens", "2")
			.hasHighCardinalityKeyValue("litellm.attempts", "2")
			.doesNotHaveError()
			.hasBeenStarted()
			.hasBeenStopped();
	}

	@Test
	void tellsEachAttemptAsAnEvent() {
		this.llm.enqueue(Reply.error(429), Reply.error(503), Reply.text("Paris."));
		Events events = new Events();
		this.registry.observationConfig().observationHandler(events);
		this.client.chat("gpt-4o").user("Hi").call().content();
		assertThat(events.names).containsExactly("attempt.rate_limit", "attempt.service_unavailable", "attempt.ok");
		assertThat(events.stops).isEqualTo(1);
	}

	@Test
	void observesAFailureWithItsKind() {
		this.llm.otherwise(Reply.error(429));
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat("gpt-4o").user("Hi").call().content());
		assertThat(this.registry).hasSingleObservationThat()
			.hasError(failure)
			.hasLowCardinalityKeyValue("error.type", "rate_limit")
			.hasHighCardinalityKeyValue("litellm.attempts", "3")
			.hasBeenStopped();
	}

	@Test
	void observesAStreamUntilItsEnd() {
		this.llm.otherwise(Reply.stream("Pa", "ris.").usage(7, 2));
		Events events = new Events();
		this.registry.observationConfig().observationHandler(events);
		this.client.chat("gpt-4o").user("Hi").stream().content().blockLast();
		assertThat(this.registry).hasSingleObservationThat()
			.hasHighCardinalityKeyValue("gen_ai.response.finish_reasons", "stop")
			.hasBeenStopped();
		assertThat(events.stops).isEqualTo(1);
	}

	@Test
	void endsTheObservationOfACallThatIsCancelledOnce() {
		this.llm.otherwise(Reply.hang());
		Events events = new Events();
		this.registry.observationConfig().observationHandler(events);
		Disposable call = this.client.chat("gpt-4o").user("Hi").callMono().subscribe();
		this.llm.takeRequest();
		call.dispose();
		assertThat(events.stopped).succeedsWithin(Duration.ofSeconds(5));
		assertThat(events.names).containsExactly("cancelled");
		assertThat(events.stops).isEqualTo(1);
	}

	@Test
	void observesANameThatLeadsNowhere() {
		assertThat(
				catchThrowableOfType(LlmException.class, () -> this.client.chat("none/x").user("Hi").call().content()))
			.isNotNull();
		assertThat(this.registry).hasSingleObservationThat()
			.hasLowCardinalityKeyValue("error.type", "not_found")
			.hasBeenStopped();
	}

	@Test
	void standsBeneathTheObservationOfTheThread() {
		Observation parent = Observation.start("parent", this.registry);
		parent.scoped(() -> this.client.chat("gpt-4o").user("Hi").call().content());
		parent.stop();
		assertThat(this.registry).hasObservationWithNameEqualTo("gen_ai.client.operation")
			.that()
			.hasParentObservationEqualTo(parent);
	}

	@Test
	void standsBeneathTheObservationOfTheSubscriber() {
		Observation parent = Observation.start("parent", this.registry);
		this.client.chat("gpt-4o")
			.user("Hi")
			.callMono()
			.contextWrite((context) -> context.put("micrometer.observation", parent))
			.block();
		parent.stop();
		assertThat(this.registry).hasObservationWithNameEqualTo("gen_ai.client.operation")
			.that()
			.hasParentObservationEqualTo(parent);
	}

	@Test
	void makesNoObservationWhereNobodyObserves() {
		assertThat(CallWatch.of(ObservationRegistry.NOOP, "chat", "gpt-4o"))
			.isSameAs(CallWatch.of(ObservationRegistry.NOOP, "chat", "gpt-4o-mini"));
	}

	private static final class Events implements ObservationHandler<LlmObservationContext> {

		private final List<String> names = new CopyOnWriteArrayList<>();

		private final CompletableFuture<Void> stopped = new CompletableFuture<>();

		private volatile int stops;

		@Override
		public void onEvent(Observation.Event event, LlmObservationContext context) {
			this.names.add(event.getName());
		}

		@Override
		public void onStop(LlmObservationContext context) {
			this.stops = this.stops + 1;
			this.stopped.complete(null);
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return context instanceof LlmObservationContext;
		}

	}

}
