package dev.litellm.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.litellm.error.Attempt;
import dev.litellm.error.ErrorKind;

import static org.assertj.core.api.Assertions.assertThat;

class ProviderStatesTests {

	private Instant now = Instant.parse("2026-11-22T12:00:00Z");

	private final ProviderStates states = new ProviderStates(() -> this.now);

	@Test
	void knowsNothingAtFirst() {
		assertThat(this.states.snapshot()).isEmpty();
	}

	@Test
	void remembersTheLastSuccessAndTheLastFailure() {
		attempt("openai", null, null);
		this.now = this.now.plusSeconds(10);
		attempt("openai", ErrorKind.BAD_GATEWAY, "down");
		assertThat(state("openai")).isEqualTo(
				new ProviderState(Instant.parse("2026-11-22T12:00:00Z"), this.now, ErrorKind.BAD_GATEWAY, "down", 1));
	}

	@Test
	void countsFailuresInARowPerProvider() {
		attempt("openai", ErrorKind.TIMEOUT, "late");
		attempt("groq", ErrorKind.TIMEOUT, "late");
		attempt("openai", ErrorKind.CONNECTION, "refused");
		assertThat(state("openai").consecutiveFailures()).isEqualTo(2);
		assertThat(state("groq").consecutiveFailures()).isEqualTo(1);
		attempt("openai", null, null);
		assertThat(state("openai").consecutiveFailures()).isZero();
	}

	@ParameterizedTest
	@EnumSource(names = { "AUTHENTICATION", "BAD_REQUEST", "NOT_FOUND", "RATE_LIMIT" })
	void takesARefusalForASignOfLife(ErrorKind kind) {
		attempt("openai", ErrorKind.TIMEOUT, "late");
		attempt("openai", kind, "no");
		assertThat(state("openai").consecutiveFailures()).isZero();
		assertThat(state("openai").kind()).isEqualTo(kind);
	}

	@Test
	void keepsTheBeginningOfALongMessage() {
		attempt("openai", ErrorKind.INTERNAL_SERVER, "x".repeat(100_000));
		assertThat(state("openai").message()).hasSizeLessThan(250);
	}

	@Test
	void remembersNoMoreThanAThousandProviders() {
		for (int i = 0; i < 2000; i++) {
			attempt("provider-" + i, null, null);
		}
		assertThat(this.states.snapshot()).hasSize(1000);
	}

	private ProviderState state(String provider) {
		return Objects.requireNonNull(this.states.snapshot().get(provider));
	}

	private void attempt(String provider, @Nullable ErrorKind kind, @Nullable String message) {
		this.states
			.onAttempt(new Attempt(provider + "/m", provider, Duration.ZERO, Duration.ofMillis(5), kind, 0, message));
	}

}
