package dev.litellm.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.litellm.call.Retries;
import dev.litellm.call.Settings;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.provider.Provider;
import dev.litellm.provider.Providers;
import dev.litellm.routing.Deployment;
import dev.litellm.routing.Leg;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Attempts}.
 */
class AttemptsTests {

	private static final Provider OPENAI = Objects.requireNonNull(Providers.builtIn().get("openai"));

	private static final Retries RETRIES = new Retries(3, Duration.ofMillis(100), Duration.ofSeconds(60),
			Duration.ofSeconds(2), null);

	@Test
	void asksTheModelFirstWithoutAWait() {
		assertThat(attempts(leg("a")).first()).isEqualTo(ask("a", 0));
	}

	@Test
	void triesAModelThreeTimesAndThenTellsItsFailure() {
		Attempts attempts = attempts(leg("a"));
		attempts.first();
		assertThat(attempts.after(down("1"), null)).isEqualTo(ask("a", 100));
		assertThat(attempts.after(down("2"), null)).isEqualTo(ask("a", 200));
		assertThat(attempts.after(down("3"), null)).isEqualTo(stop("3", "a"));
	}

	@Test
	void goesToTheFallbackWhenTheTriesAreUsedUp() {
		Attempts attempts = new Attempts(List.of(leg("a"), fallback(0, "b")), rules(), RETRIES.withMaxAttempts(2));
		attempts.first();
		assertThat(attempts.after(down("1"), null)).isEqualTo(ask("a", 100));
		assertThat(attempts.after(down("2"), null)).isEqualTo(ask("b", 0));
	}

	@Test
	void givesEachFallbackItsOwnTries() {
		Attempts attempts = new Attempts(List.of(leg("a"), fallback(0, "b")), rules(), RETRIES.withMaxAttempts(2));
		attempts.first();
		attempts.after(down("a1"), null);
		attempts.after(down("a2"), null);
		assertThat(attempts.after(down("b1"), null)).isEqualTo(ask("b", 100));
		assertThat(attempts.after(down("b2"), null)).isEqualTo(stop("a2", "a"));
	}

	@Test
	void tellsTheFailureOfTheRequestedModelWhenAllHaveFailed() {
		Attempts attempts = attempts(leg("a"), fallback(0, "b"), fallback(0, "c"));
		attempts.first();
		attempts.after(failure(ErrorKind.AUTHENTICATION, "no key"), null);
		attempts.after(failure(ErrorKind.NOT_FOUND, "no b"), null);
		assertThat(attempts.after(failure(ErrorKind.NOT_FOUND, "no c"), null)).isEqualTo(stop("no key", "a"));
	}

	@ParameterizedTest
	@EnumSource(ErrorKind.class)
	void fallsBackFromAllButAnInvalidRequestAndTheCallersOwnCancellation(ErrorKind kind) {
		Attempts attempts = new Attempts(List.of(leg("a"), fallback(0, "b")), rules(), RETRIES.withMaxAttempts(1));
		attempts.first();
		boolean elsewhere = attempts.after(failure(kind, "x"), null) instanceof Next.Ask;
		assertThat(elsewhere).isEqualTo(!Set
			.of(ErrorKind.BAD_REQUEST, ErrorKind.UNSUPPORTED_PARAMS, ErrorKind.CANCELLED, ErrorKind.STREAM_INTERRUPTED)
			.contains(kind));
	}

	@Test
	void goesToTheFallbackAtOnceWhereTheWaitIsLongerThanPatience() {
		Attempts attempts = attempts(leg("a"), fallback(0, "b"));
		attempts.first();
		assertThat(attempts.after(asking(Duration.ofMillis(2001)), null)).isEqualTo(ask("b", 0));
	}

	@Test
	void waitsWherePatienceIsLongEnough() {
		Attempts attempts = attempts(leg("a"), fallback(0, "b"));
		attempts.first();
		assertThat(attempts.after(asking(Duration.ofMillis(2000)), null)).isEqualTo(ask("a", 2000));
	}

	@Test
	void waitsHoweverLongWhereThereIsNoFallback() {
		Attempts attempts = attempts(leg("a"));
		attempts.first();
		assertThat(attempts.after(asking(Duration.ofSeconds(50)), null)).isEqualTo(ask("a", 50_000));
	}

	@Test
	void asksAnotherDeploymentAtOnceAndTheFirstAgainAfterAWait() {
		Attempts attempts = attempts(leg("a1", "a2"));
		attempts.first();
		assertThat(attempts.after(down("1"), null)).isEqualTo(ask("a2", 0));
		assertThat(attempts.after(down("2"), null)).isEqualTo(ask("a1", 200));
		assertThat(attempts.after(down("3"), null)).isEqualTo(stop("3", "a1"));
	}

	@Test
	void asksAnotherDeploymentWhereTheKeyOfTheFirstIsRefused() {
		Attempts attempts = attempts(leg("a1", "a2"));
		attempts.first();
		assertThat(attempts.after(failure(ErrorKind.AUTHENTICATION, "no"), null)).isEqualTo(ask("a2", 0));
	}

	@Test
	void countsAllDeploymentsOfAModelTogether() {
		Attempts attempts = new Attempts(List.of(leg("a1", "a2", "a3")), rules(), RETRIES.withMaxAttempts(2));
		attempts.first();
		assertThat(attempts.after(down("1"), null)).isEqualTo(ask("a2", 0));
		assertThat(attempts.after(down("2"), null)).isEqualTo(stop("2", "a2"));
	}

	@Test
	void waitsNeverPastTheDeadline() {
		Attempts attempts = attempts(leg("a"));
		attempts.first();
		assertThat(attempts.after(down("1"), Duration.ofMillis(100))).isEqualTo(stop("1", "a"));
		attempts = attempts(leg("a"));
		attempts.first();
		assertThat(attempts.after(down("1"), Duration.ofMillis(101))).isEqualTo(ask("a", 100));
	}

	@Test
	void goesToTheFallbackWhereTheWaitWouldPassTheDeadline() {
		Attempts attempts = attempts(leg("a"), fallback(0, "b"));
		attempts.first();
		assertThat(attempts.after(asking(Duration.ofSeconds(1)), Duration.ofMillis(900))).isEqualTo(ask("b", 0));
	}

	@Test
	void asksNobodyAfterTheDeadline() {
		Attempts attempts = attempts(leg("a1", "a2"), fallback(0, "b"));
		attempts.first();
		assertThat(attempts.after(down("1"), Duration.ZERO)).isEqualTo(stop("1", "a1"));
	}

	@Test
	void takesAFallbackForItsKindsOnly() {
		Leg onContext = new Leg("b", deployments("b"), Set.of(ErrorKind.CONTEXT_WINDOW_EXCEEDED), 0);
		Leg onAny = fallback(0, "c");
		Attempts attempts = attempts(leg("a"), onContext, onAny);
		attempts.first();
		assertThat(attempts.after(failure(ErrorKind.AUTHENTICATION, "x"), null)).isEqualTo(ask("c", 0));
		attempts = attempts(leg("a"), onContext, onAny);
		attempts.first();
		assertThat(attempts.after(failure(ErrorKind.CONTEXT_WINDOW_EXCEEDED, "x"), null)).isEqualTo(ask("b", 0));
	}

	@Test
	void takesAFallbackForAnInvalidRequestWhereItIsNamed() {
		Attempts attempts = attempts(leg("a"), new Leg("b", deployments("b"), Set.of(ErrorKind.BAD_REQUEST), 0));
		attempts.first();
		assertThat(attempts.after(failure(ErrorKind.BAD_REQUEST, "x"), null)).isEqualTo(ask("b", 0));
	}

	@Test
	void takesTheFallbackOfAFallbackOnlyWhenThatHasFailed() {
		Leg onContext = new Leg("b", deployments("b"), Set.of(ErrorKind.CONTEXT_WINDOW_EXCEEDED), 0);
		Attempts attempts = attempts(leg("a"), onContext, fallback(1, "c"));
		attempts.first();
		assertThat(attempts.after(failure(ErrorKind.AUTHENTICATION, "x"), null)).isEqualTo(stop("x", "a"));
		attempts = attempts(leg("a"), onContext, fallback(1, "c"));
		attempts.first();
		attempts.after(failure(ErrorKind.CONTEXT_WINDOW_EXCEEDED, "x"), null);
		assertThat(attempts.after(failure(ErrorKind.AUTHENTICATION, "y"), null)).isEqualTo(ask("c", 0));
	}

	@Test
	void letsTheCallsRulesGoBeforeTheDeployments() {
		Settings settings = Settings.none().withRetries(RETRIES.withMaxAttempts(5));
		Leg leg = new Leg("a", List.of(deployment("a", settings)), Set.of(), -1);
		Attempts attempts = new Attempts(List.of(leg), rules(), Retries.ofMaxAttempts(1));
		attempts.first();
		assertThat(attempts.after(down("1"), null)).isInstanceOf(Next.Stop.class);
		attempts = new Attempts(List.of(leg), rules(), Retries.none());
		attempts.first();
		assertThat(attempts.after(down("1"), null)).isInstanceOf(Next.Ask.class);
	}

	private static Attempts attempts(Leg... legs) {
		return new Attempts(List.of(legs), rules(), RETRIES);
	}

	private static RetryRules rules() {
		return new SpringRetryRules(new Highest());
	}

	private static Leg leg(String... deployments) {
		return new Leg(deployments[0], deployments(deployments), Set.of(), -1);
	}

	private static Leg fallback(int after, String name) {
		return new Leg(name, deployments(name), Set.of(), after);
	}

	private static List<Deployment> deployments(String... names) {
		return List.of(names).stream().map((name) -> deployment(name, Settings.none())).toList();
	}

	private static Deployment deployment(String name, Settings settings) {
		return new Deployment(name, OPENAI, name, "http://localhost", null, settings, Map.of());
	}

	private static Failure down(String message) {
		return failure(ErrorKind.SERVICE_UNAVAILABLE, message);
	}

	private static Failure failure(ErrorKind kind, String message) {
		return Failure.of(kind, message);
	}

	private static Failure asking(@Nullable Duration wait) {
		return new Failure(ErrorKind.RATE_LIMIT, "slow down", 429, null, null, wait, null);
	}

	private static Next ask(String deployment, long millis) {
		return new Next.Ask(deployment(deployment, Settings.none()), Duration.ofMillis(millis));
	}

	private static Next stop(String message, String deployment) {
		ErrorKind kind = switch (message) {
			case "no key", "x" -> ErrorKind.AUTHENTICATION;
			default -> ErrorKind.SERVICE_UNAVAILABLE;
		};
		return new Next.Stop(Failure.of(kind, message), deployment(deployment, Settings.none()));
	}

}
