package dev.litellm.autoconfigure.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

import dev.litellm.engine.ProviderStates;
import dev.litellm.error.Attempt;
import dev.litellm.error.ErrorKind;

import static org.assertj.core.api.Assertions.assertThat;

class LiteLlmHealthIndicatorTests {

	private Instant now = Instant.parse("2026-11-22T12:00:00Z");

	private final ProviderStates states = new ProviderStates(() -> this.now);

	private final LiteLlmHealthIndicator indicator = new LiteLlmHealthIndicator(this.states, null, () -> this.now, 3,
			Duration.ofMinutes(1));

	@Test
	void isUpWhereNothingIsKnown() {
		assertThat(health().getStatus()).isEqualTo(Status.UP);
		assertThat(provider("openai")).isNull();
	}

	@Test
	void isUpUntilTheThresholdAndDownFromThere() {
		fail("openai", ErrorKind.SERVICE_UNAVAILABLE, 2);
		assertThat(health().getStatus()).isEqualTo(Status.UP);
		fail("openai", ErrorKind.CONNECTION, 1);
		assertThat(health().getStatus()).isEqualTo(Status.DOWN);
		assertThat(provider("openai")).containsEntry("status", "DOWN")
			.containsEntry("consecutiveFailures", 3)
			.containsEntry("lastFailure", "2026-11-22T12:00:00Z")
			.containsEntry("lastFailureKind", "connection")
			.containsEntry("lastFailureMessage", "it said so")
			.doesNotContainKey("lastSuccess");
	}

	@Test
	void isUpAgainAfterOneSuccess() {
		fail("openai", ErrorKind.TIMEOUT, 5);
		succeed("openai");
		assertThat(health().getStatus()).isEqualTo(Status.UP);
		assertThat(provider("openai")).containsEntry("status", "UP").containsEntry("consecutiveFailures", 0);
	}

	@Test
	void isUpWhileOneProviderInUseWorks() {
		fail("openai", ErrorKind.INTERNAL_SERVER, 3);
		succeed("groq");
		assertThat(health().getStatus()).isEqualTo(Status.UP);
		assertThat(provider("openai")).containsEntry("status", "DOWN");
	}

	@Test
	void forgetsFailuresWhereTrafficHasGone() {
		fail("openai", ErrorKind.INTERNAL_SERVER, 3);
		this.now = this.now.plusSeconds(61);
		assertThat(health().getStatus()).isEqualTo(Status.UP);
	}

	@ParameterizedTest
	@EnumSource(names = { "AUTHENTICATION", "BAD_REQUEST", "CONTEXT_WINDOW_EXCEEDED", "NOT_FOUND", "RATE_LIMIT" })
	void doesNotBlameAProviderForWhatTheRequestIs(ErrorKind kind) {
		fail("openai", kind, 10);
		assertThat(health().getStatus()).isEqualTo(Status.UP);
		assertThat(provider("openai")).containsEntry("lastFailureKind", kind.text());
	}

	@Test
	void doesNotCountCallersWhoGiveUp() {
		fail("openai", ErrorKind.CANCELLED, 10);
		assertThat(provider("openai")).isNull();
	}

	private void fail(String provider, ErrorKind kind, int times) {
		for (int i = 0; i < times; i++) {
			attempt(provider, kind, "it said so");
		}
	}

	private void succeed(String provider) {
		attempt(provider, null, null);
	}

	private void attempt(String provider, @Nullable ErrorKind kind, @Nullable String message) {
		this.states
			.onAttempt(new Attempt(provider + "/m", provider, Duration.ZERO, Duration.ofMillis(5), kind, 0, message));
	}

	private Health health() {
		return Objects.requireNonNull(this.indicator.health().block(Duration.ofSeconds(5)));
	}

	@SuppressWarnings("unchecked")
	private @Nullable Map<String, Object> provider(String name) {
		return (Map<String, Object>) ((Map<String, Object>) health().getDetails().get("providers")).get(name);
	}

}
