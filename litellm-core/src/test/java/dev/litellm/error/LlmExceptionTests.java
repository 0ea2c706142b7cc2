package dev.litellm.error;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LlmException} and {@link ErrorKind}.
 */
class LlmExceptionTests {

	@ParameterizedTest
	@CsvSource({ "400,BAD_REQUEST", "401,AUTHENTICATION", "402,PERMISSION_DENIED", "403,PERMISSION_DENIED",
			"404,NOT_FOUND", "408,TIMEOUT", "409,CONFLICT", "413,BAD_REQUEST", "422,BAD_REQUEST", "429,RATE_LIMIT",
			"500,INTERNAL_SERVER", "502,BAD_GATEWAY", "503,SERVICE_UNAVAILABLE", "504,TIMEOUT", "529,INTERNAL_SERVER" })
	void tellsTheKindOfAStatus(int status, ErrorKind kind) {
		assertThat(ErrorKind.ofStatus(status)).isEqualTo(kind);
	}

	@ParameterizedTest
	@CsvSource({ "BAD_REQUEST,LlmBadRequestException", "UNSUPPORTED_PARAMS,LlmUnsupportedParamsException",
			"CONTEXT_WINDOW_EXCEEDED,LlmContextWindowException", "CONTENT_POLICY_VIOLATION,LlmContentPolicyException",
			"AUTHENTICATION,LlmAuthenticationException", "PERMISSION_DENIED,LlmPermissionDeniedException",
			"NOT_FOUND,LlmNotFoundException", "CONFLICT,LlmServerException", "RATE_LIMIT,LlmRateLimitException",
			"TIMEOUT,LlmTimeoutException", "INTERNAL_SERVER,LlmServerException", "BAD_GATEWAY,LlmServerException",
			"SERVICE_UNAVAILABLE,LlmServerException", "CONNECTION,LlmConnectionException",
			"INVALID_RESPONSE,LlmInvalidResponseException", "STREAM_INTERRUPTED,LlmStreamException",
			"CANCELLED,LlmCancelledException" })
	void hasAClassForEachKind(ErrorKind kind, String type) {
		LlmException exception = LlmException.of(Failure.of(kind, "why"), "openai", "gpt-4o", List.of());
		assertThat(exception.getClass().getSimpleName()).isEqualTo(type);
		assertThat(exception.kind()).isEqualTo(kind);
		assertThat(exception.isRetryable()).isEqualTo(kind.isRetryable());
		assertThat(exception.isFallbackable()).isEqualTo(kind.isFallbackable());
	}

	@ParameterizedTest
	@EnumSource(ErrorKind.class)
	void retriesNothingThatWouldNotFallBack(ErrorKind kind) {
		assertThat(!kind.isRetryable() || kind.isFallbackable()).isTrue();
		assertThat(kind.text()).doesNotContain("_").isLowerCase();
		assertThat(kind.code()).doesNotContain(" ").isLowerCase();
	}

	@Test
	void carriesWhatTheProviderTold() {
		IllegalStateException cause = new IllegalStateException("beneath");
		Failure failure = new Failure(ErrorKind.RATE_LIMIT, "Slow down", 429, "rate_limit_exceeded", "req_1",
				Duration.ofSeconds(3), cause);
		LlmException exception = LlmException.of(failure, "openai", "gpt-4o", List.of());
		assertThat(exception)
			.hasMessage("Call to 'gpt-4o' failed: rate limit at openai (HTTP 429, rate_limit_exceeded):"
					+ " Slow down [request req_1]")
			.hasCause(cause);
		assertThat(exception.status()).isEqualTo(429);
		assertThat(exception.code()).isEqualTo("rate_limit_exceeded");
		assertThat(exception.requestId()).isEqualTo("req_1");
		assertThat(exception.retryAfter()).isEqualTo(Duration.ofSeconds(3));
		assertThat(exception.provider()).isEqualTo("openai");
		assertThat(exception.model()).isEqualTo("gpt-4o");
	}

	@Test
	void tellsNoMoreThanIsKnown() {
		assertThat(LlmException.of(Failure.of(ErrorKind.CONNECTION, "cannot connect"), null, null, List.of()))
			.hasMessage("connection: cannot connect");
	}

	@Test
	void tellsEachAttemptWithItsWait() {
		List<Attempt> attempts = new ArrayList<>();
		attempts.add(new Attempt("openai/gpt-4o", "openai", Duration.ZERO, Duration.ofMillis(12),
				ErrorKind.SERVICE_UNAVAILABLE, 503, "We are full"));
		attempts.add(new Attempt("groq/llama", "groq", Duration.ofMillis(740), Duration.ofMillis(3),
				ErrorKind.CONNECTION, 0, "cannot connect"));
		LlmException exception = LlmException.of(Failure.of(ErrorKind.SERVICE_UNAVAILABLE, "We are full"), "openai",
				"gpt-4o", attempts);
		attempts.clear();
		assertThat(exception.getMessage().lines()).containsExactly(
				"Call to 'gpt-4o' failed: service unavailable at openai: We are full", "Tried 2 times:",
				"  1. openai/gpt-4o: service unavailable (503) in 12 ms, We are full",
				"  2. after 740 ms groq/llama: connection in 3 ms, cannot connect");
		assertThat(exception.attempts()).hasSize(2);
	}

	@Test
	void keepsWhatCameOfAnInterruptedStream() {
		LlmException exception = LlmException.interrupted(Failure.of(ErrorKind.TIMEOUT, "nothing came"), "openai",
				"gpt-4o", List.of(), "Par");
		assertThat(exception).isInstanceOfSatisfying(LlmStreamException.class,
				(broken) -> assertThat(broken.partial(String.class)).isEqualTo("Par"));
		assertThat(exception).hasMessage("Call to 'gpt-4o' failed: stream interrupted at openai: nothing came");
	}

}
