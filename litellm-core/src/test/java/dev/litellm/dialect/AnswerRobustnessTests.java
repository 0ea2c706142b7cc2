package dev.litellm.dialect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;

import org.springframework.http.HttpHeaders;

import dev.litellm.LlmClient;
import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Message;
import dev.litellm.error.FailureException;
import dev.litellm.error.LlmException;
import dev.litellm.transport.Playback;
import dev.litellm.transport.Reception;
import dev.litellm.transport.Tap;
import dev.litellm.transport.WireHead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/**
 * Tests that whole answers and errors of every format fail in one way only, whatever they
 * hold.
 */
class AnswerRobustnessTests {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final int ROUNDS = 200;

	private static final List<String> GARBAGE = List.of("", " ", "null", "3", "\"x\"", "[]", "[null]", "[[]]", "[{}]",
			"{}", "{", "{}{}", "<html><body>Bad gateway</body></html>", "<script".repeat(200_000),
			"<".repeat(1_000_000), "{\"error\":{\"message\":\"litellm." + "a.".repeat(200_000) + "\"}}",
			"{\"message\":\"" + "('[ <think>".repeat(100_000) + "\"}", " ".repeat(1_000_000), "[".repeat(100_000),
			"{\"a\":".repeat(100_000), "\u0000", "data: {}\n\n", "1e999999999");

	private static final List<String> ERRORS = List.of(
			"{\"error\":{\"message\":\"no\",\"type\":\"t\",\"code\":\"c\",\"param\":\"p\",\"innererror\":{\"code\":\"x\"}}}",
			"{\"error\":{\"code\":429,\"message\":\"no\",\"status\":\"RESOURCE_EXHAUSTED\",\"details\":[{\"@type\":\"type.googleapis.com/google.rpc.RetryInfo\",\"retryDelay\":\"3s\"}]}}",
			"{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"no\"},\"request_id\":\"r\"}",
			"{\"message\":\"no\",\"__type\":\"com.amazon#ThrottlingException\",\"id\":\"i\"}", "{\"error\":\"no\"}",
			"{\"errors\":[{\"code\":\"c\",\"message\":\"no\"}],\"trace\":\"t\",\"status_code\":404}",
			"{\"detail\":[{\"loc\":[\"body\",\"x\"],\"msg\":\"no\",\"type\":\"missing\"}]}",
			"[{\"error\":{\"code\":400,\"message\":\"no\"}}]",
			"{\"code\":\"NotAuthenticated\",\"message\":\"no\",\"opc-request-id\":\"r\"}",
			"{\"OriginalStatusCode\":400,\"OriginalMessage\":\"{\\\"error\\\":{\\\"message\\\":\\\"no\\\"}}\"}",
			"{\"request_id\":\"r\",\"error\":{\"code\":500,\"message\":\"no\",\"location\":\"l\"}}",
			"{\"status\":400,\"title\":\"no\",\"detail\":\"d\"}");

	private static final List<Integer> STATUSES = List.of(400, 401, 403, 404, 408, 413, 422, 424, 429, 500, 503, 529,
			600);

	private record Answered(String model, byte[] answer) {

		/** Return what reads the answer. */
		Reception reception(boolean stream) {
			Tap tap = new Tap(new Playback().add(200, "application/json", this.answer));
			LlmClient client = Offline.client(tap);
			ChatRequest request = ChatRequest.builder(this.model).messages(Message.user("Hi")).build();
			try {
				if (stream) {
					client.completionStream(request).blockLast();
				}
				else {
					client.completion(request);
				}
			}
			catch (LlmException ex) {
				assertThat(ex).hasMessageContaining("there is no network");
			}
			List<Reception> receptions = tap.receptions();
			return receptions.get(receptions.size() - 1);
		}

		@Override
		public String toString() {
			return this.model;
		}

	}

	private static Stream<DynamicTest> forEach(ThrowingConsumer<Answered> test) throws IOException {
		Stream<Answered> answers = Files.readAllLines(Path.of("src/test/resources/dialect/answers.tsv"))
			.stream()
			.map((line) -> line.split("\t"))
			.map((columns) -> new Answered(columns[0], columns[1].getBytes(StandardCharsets.UTF_8)));
		return DynamicTest.stream(answers, Answered::toString, test);
	}

	@TestFactory
	Stream<DynamicTest> isAnAnswerOrFailsWhateverTheBodyHolds() throws IOException {
		return forEach((answered) -> {
			for (boolean stream : new boolean[] { false, true }) {
				Reception reception = answered.reception(stream);
				Fuzz fuzz = new Fuzz(42);
				for (int round = 0; round < ROUNDS; round++) {
					check(reception, reception.head(), fuzz.spoil(answered.answer()));
				}
				GARBAGE.forEach((body) -> check(reception, reception.head(), bytes(body)));
			}
		});
	}

	@TestFactory
	Stream<DynamicTest> failsWhateverAnErrorHolds() throws IOException {
		return forEach((answered) -> {
			Reception reception = answered.reception(false);
			Fuzz fuzz = new Fuzz(42);
			for (int round = 0; round < ROUNDS; round++) {
				byte[] body = fuzz.spoil(bytes(ERRORS.get(round % ERRORS.size())));
				check(reception, head(STATUSES.get(round % STATUSES.size())), body);
			}
			GARBAGE.forEach((body) -> check(reception, head(500), bytes(body)));
		});
	}

	private static WireHead head(int status) {
		HttpHeaders headers = new HttpHeaders();
		List<String> waits = List.of("x", "-1", "99999999999999999999", "", "Fri, 99 Foo", "1e400", "0.5");
		headers.set(HttpHeaders.RETRY_AFTER, waits.get(status % waits.size()));
		headers.set("retry-after-ms", waits.get((status + 3) % waits.size()));
		headers.set("x-ratelimit-reset-requests", waits.get((status + 5) % waits.size()));
		headers.set("x-amzn-errortype", (status % 2 == 0) ? "" : ":");
		return new WireHead(status, headers);
	}

	private static void check(Reception reception, WireHead head, byte[] body) {
		try {
			assertTimeout(PATIENCE, () -> reception.read(head, body, AnswerRobustnessTests::check));
		}
		catch (FailureException ex) {
			assertThat(ex.failure().message()).isNotBlank();
		}
		catch (RuntimeException | StackOverflowError ex) {
			String text = new String(body, StandardCharsets.UTF_8);
			throw new AssertionError(head.status() + " " + text.substring(0, Math.min(text.length(), 500)), ex);
		}
	}

	private static void check(Object value) {
		if (value instanceof Step.Answer<?> answer) {
			check(answer.value());
		}
		else if (value instanceof Step.Wait<?> wait) {
			check(wait.then().get());
		}
		else if (value instanceof ChatResponse response) {
			assertThat(response.toJson()).isNotBlank();
		}
		else if (value instanceof ChatChunk chunk) {
			assertThat(chunk.toJson()).isNotBlank();
		}
		else if (value instanceof Step.Fail<?> fail) {
			assertThat(fail.failure().message()).isNotBlank();
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
