package dev.litellm.engine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;
import reactor.test.scheduler.VirtualTimeScheduler;

import dev.litellm.call.Timeouts;

/**
 * Tests for {@link GuardedStream}, in virtual time.
 */
class GuardedStreamTests {

	private static final Duration SECOND = Duration.ofSeconds(1);

	private final VirtualTimeScheduler time = VirtualTimeScheduler.create();

	private final TestPublisher<List<String>> source = TestPublisher.create();

	private final Times times = new Times(new Timeouts(SECOND, Duration.ofSeconds(10), Duration.ofSeconds(2), null),
			null, this.time, () -> this.time.now(TimeUnit.NANOSECONDS));

	private final GuardedStream<String> stream = new GuardedStream<>(this.source.flux(), this.times,
			(text) -> !text.isEmpty());

	@AfterEach
	void dispose() {
		this.time.dispose();
	}

	@Test
	void holdsWhatIsEmptyBackUntilTheFirstContent() {
		StepVerifier.create(this.stream)
			.then(() -> this.source.next(List.of("")))
			.then(() -> this.source.next(List.of("", "")))
			.then(() -> this.source.next(List.of("a")))
			.expectNext(List.of("", "", "", "a"))
			.then(() -> this.source.next(List.of("")))
			.expectNext(List.of(""))
			.then(this.source::complete)
			.verifyComplete();
	}

	@Test
	void forgetsWhatWasHeldBackWhenTheStreamFails() {
		StepVerifier.create(this.stream)
			.then(() -> this.source.next(List.of("")))
			.then(() -> this.source.error(new IllegalStateException("broken")))
			.verifyErrorMessage("broken");
	}

	@Test
	void isLateWithoutFirstContent() {
		StepVerifier.create(this.stream)
			.then(() -> this.time.advanceTimeBy(Duration.ofSeconds(9)))
			.then(() -> this.source.next(List.of("")))
			.then(() -> this.time.advanceTimeBy(SECOND))
			.verifyErrorMatches((error) -> error.getMessage().contains("within 10s (first-token timeout)"));
		this.source.assertCancelled();
	}

	@Test
	void isLateAfterContentFromTheLastMoveOn() {
		StepVerifier.create(this.stream)
			.then(() -> this.source.next(List.of("a")))
			.expectNextCount(1)
			.then(() -> this.time.advanceTimeBy(Duration.ofMillis(1900)))
			.then(this.times::touch)
			.then(() -> this.time.advanceTimeBy(Duration.ofMillis(1900)))
			.then(() -> this.source.next(List.of("b")))
			.expectNextCount(1)
			.then(() -> this.time.advanceTimeBy(Duration.ofMillis(100)))
			.verifyErrorMatches((error) -> error.getMessage().contains("nothing came for 2s (idle timeout)"));
		this.source.assertCancelled();
	}

	@Test
	void isNotLateForWantOfAReader() {
		StepVerifier.create(this.stream, 1)
			.then(() -> this.source.next(List.of("a")))
			.expectNext(List.of("a"))
			.then(() -> this.time.advanceTimeBy(Duration.ofMinutes(5)))
			.thenRequest(1)
			.then(() -> this.time.advanceTimeBy(Duration.ofMillis(1900)))
			.then(() -> this.source.next(List.of("b")))
			.expectNext(List.of("b"))
			.thenRequest(1)
			.then(() -> this.time.advanceTimeBy(Duration.ofMillis(2000)))
			.verifyErrorMatches((error) -> error.getMessage().contains("idle timeout"));
	}

	@Test
	void asksForNoMoreThanItsReader() {
		StepVerifier.create(this.stream, 2)
			.then(() -> this.source.assertMaxRequested(2))
			.then(() -> this.source.next(List.of(""), List.of("a")))
			.expectNext(List.of("", "a"))
			.thenCancel()
			.verify();
	}

	@Test
	void leavesNoAlarmBehind() {
		StepVerifier.create(this.stream)
			.then(() -> this.source.next(List.of("a")))
			.expectNextCount(1)
			.then(this.source::complete)
			.expectComplete()
			.verifyThenAssertThat()
			.hasNotDroppedErrors();
		this.time.advanceTimeBy(Duration.ofHours(1));
		this.source.assertNotCancelled();
	}

}
