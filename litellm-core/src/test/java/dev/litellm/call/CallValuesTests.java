package dev.litellm.call;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;

import dev.litellm.pricing.Cost;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the small values of a call: durations, rate limits, cost, layers.
 */
class CallValuesTests {

	@ParameterizedTest
	@CsvSource({ "1,1000", "0,0", "1.5,1500", "20ms,20", "1s,1000", "6m0s,360000", "1h2m3s,3723000", "1d,86400000",
			"' 2s ',2000", "0.5ms,1", "1m30.25s,90250" })
	void readsATime(String text, long millis) {
		assertThat(Durations.parse(text)).isEqualTo(Duration.ofMillis(millis));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "-1", "soon", "1x", "1s!", "s", "1 s", "99999999999999999999d", "0x10", "NaN" })
	void readsNoTimeFromNonsense(String text) {
		assertThat(Durations.parse(text)).isNull();
	}

	@Test
	void readsRateLimits() {
		HttpHeaders headers = new HttpHeaders();
		headers.set("x-ratelimit-limit-requests", "60");
		headers.set("x-ratelimit-remaining-requests", "59");
		headers.set("x-ratelimit-reset-requests", "1s");
		headers.set("x-ratelimit-limit-tokens", "150000");
		headers.set("llm_provider-x-ratelimit-remaining-tokens", "149984");
		headers.set("x-ratelimit-reset-tokens", "soon");
		assertThat(RateLimits.of(headers))
			.isEqualTo(new RateLimits(60L, 59L, Duration.ofSeconds(1), 150_000L, 149_984L, null));
	}

	@Test
	void tellsNoRateLimitsWhereThereAreNone() {
		assertThat(RateLimits.of(new HttpHeaders())).isEqualTo(new RateLimits(null, null, null, null, null, null));
	}

	@Test
	void takesACostThatIsNotKnownForUnknownAndNeverForNothing() {
		assertThat(Cost.unknown().usd()).isNull();
		assertThat(Cost.unknown()).hasToString("unknown").isNotEqualTo(Cost.ofUsd(BigDecimal.ZERO));
		assertThat(Cost.ofUsd(new BigDecimal("0.0000125"))).hasToString("$0.0000125");
		assertThat(CallInfo.empty().cost().isKnown()).isFalse();
	}

	@Test
	void laysTheUpperTimesOverTheLower() {
		Timeouts upper = Timeouts.none().withIdle(Duration.ofSeconds(1));
		Timeouts lower = Timeouts.none().withIdle(Duration.ofSeconds(9)).withTotal(Duration.ofSeconds(5));
		assertThat(upper.over(lower)).isEqualTo(new Timeouts(null, null, Duration.ofSeconds(1), Duration.ofSeconds(5)));
	}

	@Test
	void laysTheUpperSettingsOverTheLower() {
		Settings upper = Settings.none().withRetries(Retries.ofMaxAttempts(1)).withParameters(Map.of("temperature", 0));
		Settings lower = Settings.none()
			.withRetries(new Retries(5, Duration.ofSeconds(1), null, null, null))
			.withDropUnsupported(true)
			.withParameters(Map.of("temperature", 1, "top_p", 0.5));
		Settings both = upper.over(lower);
		assertThat(both.retries()).isEqualTo(new Retries(1, Duration.ofSeconds(1), null, null, null));
		assertThat(both.dropUnsupported()).isTrue();
		assertThat(both.parameters()).isEqualTo(Map.of("temperature", 0, "top_p", 0.5));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Authorization", "proxy-authorization", "api-key", "X-Api-Key", "x-goog-api-key", "Cookie",
			"Set-Cookie", "X-Amz-Security-Token", "Ocp-Apim-Subscription-Key", "x-client-secret" })
	void takesAHeaderForACredential(String header) {
		assertThat(Credentials.isCredential(header)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Accept", "X-Team", "openai-organization", "anthropic-version", "traceparent",
			"x-litellm-session-id" })
	void takesAHeaderForNoCredential(String header) {
		assertThat(Credentials.isCredential(header)).isFalse();
	}

}
