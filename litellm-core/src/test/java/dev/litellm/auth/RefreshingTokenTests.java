package dev.litellm.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

import dev.litellm.call.Secret;

import static org.assertj.core.api.Assertions.assertThat;

class RefreshingTokenTests {

	private final HandClock clock = new HandClock(Instant.parse("2026-01-01T00:00:00Z"));

	private final AtomicInteger exchanges = new AtomicInteger();

	private final List<Sinks.One<Token>> pending = new ArrayList<>();

	private final RefreshingToken token = new RefreshingToken("acme", () -> {
		this.exchanges.incrementAndGet();
		Sinks.One<Token> sink = Sinks.one();
		this.pending.add(sink);
		return sink.asMono();
	}, this.clock);

	@Test
	void exchangesOnceForCallsThatComeTogether() {
		List<String> got = new ArrayList<>();
		for (int i = 0; i < 50; i++) {
			this.token.get().subscribe((token) -> got.add(token.value().value()));
		}
		answer("one", 3600);
		assertThat(this.exchanges).hasValue(1);
		assertThat(got).hasSize(50).containsOnly("one");
	}

	@Test
	void goesOnWhenACallThatWaitsIsCancelled() {
		this.token.get().subscribe().dispose();
		answer("one", 3600);
		expect("one");
		assertThat(this.exchanges).hasValue(1);
	}

	@Test
	void refreshesAheadOfTheEndWhileCallsGoOnWithTheGoodToken() {
		this.token.get().subscribe();
		answer("one", 3600);
		this.clock.pass(Duration.ofMinutes(50));
		expect("one");
		expect("one");
		assertThat(this.exchanges).hasValue(2);
		answer("two", 3600);
		expect("two");
	}

	@Test
	void exchangesNoSecondTimeWhereTheExchangeEndsWhileACallLooks() {
		this.token.get().subscribe();
		answer("one", 3600);
		this.clock.pass(Duration.ofMinutes(50));
		expect("one");
		this.clock.meanwhile(() -> answer("two", 7200));
		expect("one");
		expect("two");
		assertThat(this.exchanges).hasValue(2);
	}

	@Test
	void keepsTheGoodTokenWhenARefreshFailsAndTriesAgainLater() {
		this.token.get().subscribe();
		answer("one", 3600);
		this.clock.pass(Duration.ofMinutes(50));
		expect("one");
		this.pending.get(1).tryEmitError(new IllegalStateException("down"));
		expect("one");
		assertThat(this.exchanges).hasValue(2);
		this.clock.pass(Duration.ofSeconds(11));
		expect("one");
		assertThat(this.exchanges).hasValue(3);
	}

	@Test
	void waitsForANewTokenWhenTheOldOneIsOver() {
		this.token.get().subscribe();
		answer("one", 3600);
		this.clock.pass(Duration.ofMinutes(60));
		StepVerifier.create(this.token.get().map((token) -> token.value().value()))
			.then(() -> answer("two", 3600))
			.expectNext("two")
			.verifyComplete();
	}

	@Test
	void usesATokenToItsLastSecondWhereThereIsNoOther() {
		this.token.get().subscribe();
		answer("one", 3600);
		this.clock.pass(Duration.ofSeconds(3595));
		StepVerifier.create(this.token.get().map((token) -> token.value().value()))
			.then(() -> this.pending.get(1).tryEmitError(new IllegalStateException("down")))
			.expectNext("one")
			.verifyComplete();
		this.clock.pass(Duration.ofSeconds(5));
		StepVerifier.create(this.token.get())
			.then(() -> this.pending.get(2).tryEmitError(new IllegalStateException("down")))
			.verifyErrorMessage("down");
	}

	@Test
	void tellsEveryCallWhyThereIsNoTokenAndTriesAgainForTheNext() {
		StepVerifier.create(Mono.when(this.token.get(), this.token.get()))
			.then(() -> this.pending.get(0).tryEmitError(new IllegalStateException("down")))
			.verifyErrorMessage("down");
		StepVerifier.create(this.token.get().map((token) -> token.value().value()))
			.then(() -> answer("two", 3600))
			.expectNext("two")
			.verifyComplete();
	}

	@Test
	void asksAnewWhenTheTokenWasRefused() {
		this.token.get().subscribe();
		answer("one", 3600);
		this.token.access((token) -> Access.bearer(token.value())).subscribe((access) -> access.refused().run());
		StepVerifier.create(this.token.get().map((token) -> token.value().value()))
			.then(() -> answer("two", 3600))
			.expectNext("two")
			.verifyComplete();
	}

	@Test
	void keepsTheNewTokenWhenTheOldOneIsRefusedLate() {
		List<Access> late = new ArrayList<>();
		this.token.bearer().subscribe(late::add);
		answer("one", 3600);
		this.clock.pass(Duration.ofMinutes(60));
		this.token.get().subscribe();
		answer("two", 3600);
		late.get(0).refused().run();
		expect("two");
		assertThat(this.exchanges).hasValue(2);
	}

	@Test
	void usesATokenOfLessThanAMinuteUntilItsEnd() {
		this.token.get().subscribe();
		answer("one", 40);
		this.clock.pass(Duration.ofSeconds(29));
		expect("one");
	}

	private void answer(String value, long seconds) {
		Instant now = this.clock.instant();
		this.pending.get(this.pending.size() - 1)
			.tryEmitValue(new Token(Secret.of(value), now, now.plusSeconds(seconds)));
	}

	private void expect(String value) {
		StepVerifier.create(this.token.get().map((token) -> token.value().value())).expectNext(value).verifyComplete();
	}

}
