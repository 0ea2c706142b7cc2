package dev.litellm;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockHound;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import dev.litellm.chat.ChatResponse;
import dev.litellm.error.LlmException;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests that nothing blocks on an event loop.
 */
@Tag("own-jvm")
class BlockHoundTests {

	private final ScriptedLlm llm = ScriptedLlm.start();

	private final ScriptedLlm groq = ScriptedLlm.start();

	@BeforeAll
	static void watch() {
		BlockHound.install((builder) -> builder.blockingMethodCallback((method) -> {
			if (!isLoading()) {
				throw new BlockingOperationError(method);
			}
		}));
	}

	/**
	 * Reading a class, which happens once, is no blocking.
	 */
	private static boolean isLoading() {
		return StackWalker.getInstance()
			.walk((frames) -> frames.anyMatch((frame) -> frame.getMethodName().equals("<clinit>")
					|| frame.getClassName().equals("java.lang.ClassLoader")
					|| frame.getClassName().equals("java.lang.invoke.MethodHandleNatives")));
	}

	@AfterEach
	void close() {
		this.llm.close();
		this.groq.close();
	}

	@Test
	void notesWhatBlocks() {
		Throwable error = catchThrowable(() -> Mono.fromCallable(() -> {
			Thread.sleep(1);
			return "slept";
		}).subscribeOn(Schedulers.parallel()).block(Duration.ofSeconds(10)));
		assertThat(error).hasRootCauseInstanceOf(BlockingOperationError.class);
	}

	@Test
	void blocksNowhereOnTheWayOfACall() {
		this.llm.enqueue(Reply.error(503), Reply.disconnect(), Reply.error(429).header("retry-after-ms", "5"));
		this.groq.otherwise(Reply.text("Paris."));
		ChatResponse response = onEventLoop(client().chat("gpt-4o").fallbacks("groq/llama").user("Hi").callMono());
		assertThat(response.content()).isEqualTo("Paris.");
		assertThat(response.attempts()).hasSize(4);
	}

	@Test
	void blocksNowhereOnTheWayOfAStream() {
		this.llm.enqueue(Reply.error(503), Reply.stream("Pa", "ris.").splitEvery(7));
		assertThat(onEventLoop(client().chat("gpt-4o").user("Hi").stream().content().collectList()))
			.containsExactly("Pa", "ris.");
	}

	@Test
	void blocksNowhereOnTheWayOfAFailure() {
		this.llm.otherwise(Reply.raw(502, "text/html", "<h1>Bad Gateway</h1>"));
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> onEventLoop(client().chat("gpt-4o").user("Hi").callMono()));
		assertThat(failure.attempts()).hasSize(3);
	}

	@Test
	void blocksNowhereOnTheWayOfATimeout() {
		this.llm.otherwise(Reply.hang());
		assertThat(catchThrowableOfType(LlmException.class,
				() -> onEventLoop(
						client().chat("gpt-4o").firstTokenTimeout(Duration.ofMillis(50)).user("Hi").callMono())))
			.hasMessageContaining("first-token timeout");
	}

	@Test
	void blocksNowhereOnTheWayOfManyCalls() {
		LlmClient client = client();
		List<String> answers = onEventLoop(Flux.range(0, 100)
			.flatMap((i) -> client.chat("gpt-4o").user("Hi " + i).callMono().map(ChatResponse::content))
			.collectList());
		assertThat(answers).hasSize(100);
	}

	private LlmClient client() {
		return Models.builder(this.llm, this.groq).build();
	}

	private static <T> T onEventLoop(Mono<T> answer) {
		return answer.subscribeOn(Schedulers.parallel()).block(Duration.ofSeconds(30));
	}

}
