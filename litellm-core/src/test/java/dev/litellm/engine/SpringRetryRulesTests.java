package dev.litellm.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.litellm.call.Retries;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SpringRetryRules}.
 */
class SpringRetryRulesTests {

	private static final Retries FIVE = new Retries(5, Duration.ofMillis(100), Duration.ofMillis(300), null, null);

	private static final Failure FAILURE = Failure.of(ErrorKind.SERVICE_UNAVAILABLE, "down");

	private final SpringRetryRules highest = new SpringRetryRules(new Highest());

	@Test
	void doublesTheWaitUpToTheMostAndEndsAfterTheLastAttempt() {
		assertThat(waits(this.highest, FIVE)).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200),
				Duration.ofMillis(300), Duration.ofMillis(300), null);
	}

	@Test
	void drawsEachWaitBetweenZeroAndTheGrownOne() {
		SpringRetryRules rules = new SpringRetryRules(new Random(42));
		List<Duration> first = new ArrayList<>();
		for (int i = 0; i < 500; i++) {
			first.add(rules.begin(FIVE).after(FAILURE));
		}
		assertThat(first).allSatisfy((wait) -> assertThat(wait).isBetween(Duration.ZERO, Duration.ofMillis(100)));
		assertThat(first).anySatisfy((wait) -> assertThat(wait).isLessThan(Duration.ofMillis(5)));
		assertThat(first).anySatisfy((wait) -> assertThat(wait).isGreaterThan(Duration.ofMillis(95)));
	}

	@Test
	void drawsTheSameWaitsFromTheSameSeed() {
		assertThat(waits(new SpringRetryRules(new Random(7)), FIVE))
			.isEqualTo(waits(new SpringRetryRules(new Random(7)), FIVE));
	}

	@Test
	void waitsAsLongAsTheProviderAsks() {
		assertThat(this.highest.begin(FIVE).after(asking(Duration.ofMillis(250)))).isEqualTo(Duration.ofMillis(250));
	}

	@Test
	void waitsNoLongerThanTheMostWhateverTheProviderAsks() {
		assertThat(this.highest.begin(FIVE).after(asking(Duration.ofDays(1)))).isEqualTo(Duration.ofMillis(300));
	}

	@Test
	void countsTheFirstCall() {
		assertThat(waits(this.highest, FIVE.withMaxAttempts(1))).containsOnlyNulls();
	}

	@ParameterizedTest
	@EnumSource(ErrorKind.class)
	void triesAgainWhatMayPass(ErrorKind kind) {
		boolean again = this.highest.begin(FIVE).after(Failure.of(kind, "")) != null;
		assertThat(again)
			.isEqualTo(Set.of(ErrorKind.CONFLICT, ErrorKind.RATE_LIMIT, ErrorKind.TIMEOUT, ErrorKind.INTERNAL_SERVER,
					ErrorKind.BAD_GATEWAY, ErrorKind.SERVICE_UNAVAILABLE, ErrorKind.CONNECTION)
				.contains(kind));
	}

	@ParameterizedTest
	@EnumSource(ErrorKind.class)
	void triesAgainTheKindsThatAreNamedAndNoOthers(ErrorKind kind) {
		Retries onlyNotFound = FIVE.withOn(Set.of(ErrorKind.NOT_FOUND));
		boolean again = this.highest.begin(onlyNotFound).after(Failure.of(kind, "")) != null;
		assertThat(again).isEqualTo(kind == ErrorKind.NOT_FOUND);
	}

	@Test
	void keepsTheTriesOfTwoModelsApart() {
		RetryRules.Tries one = this.highest.begin(FIVE.withMaxAttempts(2));
		RetryRules.Tries other = this.highest.begin(FIVE.withMaxAttempts(2));
		assertThat(one.after(FAILURE)).isNotNull();
		assertThat(one.after(FAILURE)).isNull();
		assertThat(other.after(FAILURE)).isEqualTo(Duration.ofMillis(100));
	}

	private static Failure asking(Duration wait) {
		return new Failure(ErrorKind.RATE_LIMIT, "slow down", 429, null, null, wait, null);
	}

	private static List<Duration> waits(SpringRetryRules rules, Retries retries) {
		RetryRules.Tries tries = rules.begin(retries);
		List<Duration> waits = new ArrayList<>();
		for (int i = 0; i < retries.maxAttempts(); i++) {
			waits.add(tries.after(FAILURE));
		}
		return waits;
	}

}
