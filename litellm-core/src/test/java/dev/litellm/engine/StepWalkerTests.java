package dev.litellm.engine;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.litellm.LlmClient;
import dev.litellm.Models;
import dev.litellm.call.LlmRequest;
import dev.litellm.call.LlmResponse;
import dev.litellm.chat.ChatResponse;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Dialect;
import dev.litellm.dialect.Operation;
import dev.litellm.dialect.Step;
import dev.litellm.dialect.Target;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.error.LlmException;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;
import dev.litellm.transport.WireReply;
import dev.litellm.transport.WireBody;
import dev.litellm.transport.WireRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link StepWalker}: a dialect that takes several steps.
 */
class StepWalkerTests {

	private final ScriptedLlm llm = ScriptedLlm.start();

	@AfterEach
	void close() {
		this.llm.close();
	}

	@Test
	void takesOneStepAfterTheOther() {
		this.llm.whenPath("/upload", Reply.json("{}"));
		this.llm.whenPath("/answer", Reply.json("{\"choices\":[{\"message\":{\"content\":\"Paris.\"}}]}"));
		ChatResponse response = client((target) -> ask(target, "/upload",
				(uploaded) -> new Step.Wait<>(Duration.ofMillis(5),
						() -> ask(target, "/answer",
								(reply) -> new Step.Answer<>(ChatResponse.fromJson(reply.text()))))))
			.chat("steps/m")
			.user("Hi")
			.call()
			.response();
		assertThat(response.content()).isEqualTo("Paris.");
		assertThat(response.attempts()).hasSize(1);
		assertThat(this.llm.requests()).extracting(RecordedRequest::path).containsExactly("/v1/upload", "/v1/answer");
	}

	@Test
	void triesAllStepsAgainWhereALaterOneFails() {
		this.llm.whenPath("/upload", Reply.json("{}"));
		this.llm.whenPath("/answer", Reply.error(503), Reply.json("{\"choices\":[{\"message\":{\"content\":\"x\"}}]}"));
		client((target) -> ask(target, "/upload",
				(uploaded) -> ask(target, "/answer",
						(reply) -> new Step.Answer<>(ChatResponse.fromJson(reply.text())))))
			.chat("steps/m")
			.user("Hi")
			.call()
			.content();
		assertThat(this.llm.requests()).hasSize(4);
	}

	@Test
	void stopsWhatRunsAtTheProviderWhereALaterStepBreaks() {
		this.llm.whenPath("/begin", Reply.json("{}"));
		this.llm.whenPath("/stop", Reply.json("{}"));
		this.llm.whenPath("/answer", Reply.error(400));
		LlmClient client = client((target) -> running(target, ask(target, "/answer", (reply) -> {
			throw new IllegalStateException("never");
		})));
		assertThat(catchThrowableOfType(LlmException.class, () -> client.chat("steps/m").user("Hi").call().content())
			.kind()).isEqualTo(ErrorKind.BAD_REQUEST);
		assertThat(this.llm.takeRequest().path()).isEqualTo("/v1/begin");
		assertThat(this.llm.takeRequest().path()).isEqualTo("/v1/answer");
		assertThat(this.llm.takeRequest().path()).isEqualTo("/v1/stop");
	}

	@Test
	void stopsNothingThatHasEndedByItself() {
		this.llm.whenPath("/begin", Reply.json("{}"));
		this.llm.whenPath("/answer", Reply.json("{\"choices\":[{\"message\":{\"content\":\"Paris.\"}}]}"));
		assertThat(client((target) -> running(target,
				ask(target, "/answer", (reply) -> new Step.Answer<>(ChatResponse.fromJson(reply.text())))))
			.chat("steps/m")
			.user("Hi")
			.call()
			.content()).isEqualTo("Paris.");
		LlmClient failing = client(
				(target) -> running(target, new Step.Fail<>(Failure.of(ErrorKind.CONTENT_POLICY_VIOLATION, "no"))));
		assertThat(catchThrowableOfType(LlmException.class, () -> failing.chat("steps/m").user("Hi").call().content())
			.kind()).isEqualTo(ErrorKind.CONTENT_POLICY_VIOLATION);
		assertThat(this.llm.requests()).extracting(RecordedRequest::path)
			.containsExactly("/v1/begin", "/v1/answer", "/v1/begin");
	}

	private static Step<ChatResponse> running(Target target, Step<ChatResponse> then) {
		WireRequest stop = WireRequest.postJson(URI.create(target.baseUrl() + "/stop"), Map.of(), WireBody.empty());
		return ask(target, "/begin", (reply) -> new Step.Running<>(stop, then));
	}

	@Test
	void waitsNoLongerThanTheCallMayTake() {
		LlmException failure = failure((target) -> new Step.Wait<>(Duration.ofHours(1), () -> {
			throw new IllegalStateException("never");
		}));
		assertThat(failure.kind()).isEqualTo(ErrorKind.TIMEOUT);
		assertThat(failure).hasMessageContaining("total timeout of 0.5s");
	}

	@Test
	void failsAsAStepSays() {
		assertThat(failure((target) -> new Step.Fail<>(Failure.of(ErrorKind.CONTENT_POLICY_VIOLATION, "no"))).kind())
			.isEqualTo(ErrorKind.CONTENT_POLICY_VIOLATION);
	}

	@Test
	void takesAMistakeOfADialectForAnInvalidResponse() {
		LlmException failure = failure((target) -> {
			throw new IllegalStateException("mistake");
		});
		assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_RESPONSE);
		assertThat(failure).hasMessageContaining("mistake");
	}

	@Test
	void namesADialectThatIsNotThere() {
		LlmClient client = Models.builder(this.llm)
			.provider("mine", (provider) -> provider.baseUrl(this.llm.baseUrl()).dialect("klingon"))
			.build();
		assertThat(catchThrowableOfType(LlmException.class, () -> client.chat("mine/m").user("Hi").call().content()))
			.hasMessageContaining("provider 'mine' speaks 'klingon', which is not one of [")
			.hasMessageContaining("openai");
	}

	@Test
	void namesAnOperationThatIsNotThere() {
		LlmClient client = client((target) -> new Step.Fail<>(Failure.of(ErrorKind.NOT_FOUND, "")));
		assertThat(catchThrowableOfType(LlmException.class, () -> client.embeddings("steps/m").input("x").call()))
			.hasMessageContaining("provider 'steps' has no operation 'embeddings'");
	}

	private LlmException failure(Function<Target, Step<ChatResponse>> steps) {
		return catchThrowableOfType(LlmException.class,
				() -> client(steps).chat("steps/m")
					.maxAttempts(1)
					.timeout(Duration.ofMillis(500))
					.user("Hi")
					.call()
					.content());
	}

	private static Step<ChatResponse> ask(Target target, String path, Function<WireReply, Step<ChatResponse>> then) {
		return new Step.Ask<>(
				WireRequest.postJson(URI.create(target.baseUrl() + path), Map.of(), WireBody.json(Map.of())), then);
	}

	private LlmClient client(Function<Target, Step<ChatResponse>> steps) {
		return Models.builder(this.llm)
			.dialect(new Stepping(steps))
			.provider("steps", (provider) -> provider.baseUrl(this.llm.baseUrl()).dialect("stepping"))
			.build();
	}

	private record Stepping(Function<Target, Step<ChatResponse>> steps) implements Dialect {

		@Override
		public String name() {
			return "stepping";
		}

		@Override
		@SuppressWarnings("unchecked")
		public <Q extends LlmRequest<Q>, R extends LlmResponse<R>, C> @Nullable Codec<Q, R, C> codec(
				Operation<Q, R, C> operation) {
			return (operation == (Object) Operation.CHAT) ? (request, target) -> (Step<R>) this.steps.apply(target)
					: null;
		}

		@Override
		public Failure error(WireReply reply) {
			return Failure.of(ErrorKind.ofStatus(reply.status()), reply.text());
		}

	}

}
