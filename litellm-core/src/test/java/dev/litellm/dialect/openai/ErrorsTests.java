package dev.litellm.dialect.openai;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorsTests {

	static Stream<Arguments> errors() {
		return lines("errors.tsv");
	}

	static Stream<Arguments> proxyErrors() {
		return lines("proxy-errors.tsv");
	}

	private static Stream<Arguments> lines(String file) {
		try {
			return Files.readAllLines(Path.of("src/test/resources/openai", file))
				.stream()
				.filter((line) -> !line.startsWith("#"))
				.map((line) -> Arguments.of((Object[]) line.split("\t", -1)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@ParameterizedTest
	@MethodSource("errors")
	void areOfTheirKind(ErrorKind kind, int status, String text, String body) {
		Failure failure = Asked.error(status, body);
		assertThat(failure.kind()).isEqualTo(kind);
		assertThat(failure.message()).contains(text);
		assertThat(failure.status()).isEqualTo(status);
	}

	@ParameterizedTest
	@MethodSource("proxyErrors")
	void areOfTheirKindFromAProxyToo(ErrorKind kind, int status, String body) {
		assertThat(Asked.error(status, body).kind()).isEqualTo(kind);
	}

	@Test
	void tellACodeInAnySpelling() {
		assertThat(Asked.error(400, "{\"error\": {\"code\": 5006, \"message\": \"a\"}}").code()).isEqualTo("5006");
		assertThat(Asked.error(400, "{\"code\": \"c\", \"error\": \"a\"}").code()).isEqualTo("c");
		assertThat(Asked.error(400, "{\"error_code\": \"BAD\", \"message\": \"a\"}").code()).isEqualTo("BAD");
		assertThat(Asked.error(400, "{\"error\": {\"type\": \"t\", \"message\": \"a\"}}").code()).isEqualTo("t");
	}

	@Test
	void areShortAndWithoutMarkup() {
		String page = "<html><head><style>b { c: d }</style></head><body><h1>Bad   Gateway</h1>" + "x".repeat(5000);
		assertThat(Asked.error(502, page).message()).startsWith("answered 502 with a page instead of JSON: Bad Gateway")
			.hasSizeLessThan(400)
			.doesNotContain("<");
		assertThat(Asked.error(500, "").message()).isEqualTo("answered 500 without a body");
	}

	@Test
	void areFoundInAnAnswerOfStatus200() {
		assertThat(Asked.failure("{\"error\": {\"message\": \"Upstream failed\", \"code\": 503}}"))
			.satisfies((failure) -> {
				assertThat(failure.kind()).isEqualTo(ErrorKind.SERVICE_UNAVAILABLE);
				assertThat(failure.status()).isEqualTo(503);
				assertThat(failure.message()).isEqualTo("Upstream failed");
			});
		assertThat(Asked
			.failure("{\"choices\": [{\"index\": 0, \"error\": {\"message\": \"a\", \"code\": 502}, "
					+ "\"finish_reason\": \"error\", \"message\": {\"role\": \"assistant\", \"content\": \"\"}}]}")
			.kind()).isEqualTo(ErrorKind.BAD_GATEWAY);
	}

	@Test
	void areFoundInAnswersThatAreNone() {
		assertThat(Asked.failure("<html>login</html>").kind()).isEqualTo(ErrorKind.INVALID_RESPONSE);
		assertThat(Asked.failure("").message()).contains("without a body");
		assertThat(Asked.failure("{\"choices\": [{\"index\": 0, \"mess").kind()).isEqualTo(ErrorKind.INVALID_RESPONSE);
		assertThat(Asked.failure("{\"choices\": []}").message()).contains("no choices");
		assertThat(Asked.failure("[]").kind()).isEqualTo(ErrorKind.INVALID_RESPONSE);
	}

	@Test
	void areFoundInStreams() {
		assertThat(kind("{\"error\": {\"message\": \"a\", \"code\": 500}}")).isEqualTo(ErrorKind.INTERNAL_SERVER);
		assertThat(kind("{\"error\": {\"message\": \"a\", \"code\": \"rate_limit_exceeded\"}}"))
			.isEqualTo(ErrorKind.RATE_LIMIT);
		assertThat(kind("{\"code\": \"The service is currently unavailable\", \"error\": \"a\"}"))
			.isEqualTo(ErrorKind.INTERNAL_SERVER);
		assertThat(kind("{\"object\": \"error\", \"message\": \"a\", \"type\": \"t\", \"code\": \"3000\", "
				+ "\"raw_status_code\": 503}"))
			.isEqualTo(ErrorKind.SERVICE_UNAVAILABLE);
		assertThat(kind("{\"errors\": [{\"code\": \"x\", \"message\": \"a\"}], \"status_code\": 502}"))
			.isEqualTo(ErrorKind.BAD_GATEWAY);
		assertThat(kind("{\"id\": \"1\", \"choices\": [{\"index\": 0, \"delta\": {}, \"finish_reason\": \"error\"}], "
				+ "\"error\": {\"code\": 502, \"message\": \"a\"}}"))
			.isEqualTo(ErrorKind.BAD_GATEWAY);
		assertThat(kind("not json")).isEqualTo(ErrorKind.INVALID_RESPONSE);
	}

	private static ErrorKind kind(String event) {
		return Asked.streamFailure("{\"choices\": [{\"index\": 0, \"delta\": {\"content\": \"a\"}}]}", event).kind();
	}

}
