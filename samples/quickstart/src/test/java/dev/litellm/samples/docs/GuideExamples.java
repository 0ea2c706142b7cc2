package dev.litellm.samples.docs;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

import dev.litellm.ChatStream;
import dev.litellm.LlmClient;
import dev.litellm.LlmClientCustomizer;
import dev.litellm.call.Timeouts;
import dev.litellm.chat.ChatAggregator;
import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatResponse;
import dev.litellm.engine.AttemptListener;
import dev.litellm.error.Attempt;
import dev.litellm.error.LlmException;
import dev.litellm.error.LlmRateLimitException;
import dev.litellm.error.LlmStreamException;

/**
 * The code of docs/guide.
 */
class GuideExamples {

	private static final Logger log = LoggerFactory.getLogger(GuideExamples.class);

	String errors(LlmClient llm, String question) {
		try {
			return llm.chat("gpt-4o").user(question).call().content();
		}
		catch (LlmRateLimitException ex) {
			return "Busy: try again in " + ex.retryAfter();
		}
		catch (LlmException ex) {
			log.warn("{} at {}, status {}, request {}", ex.kind(), ex.provider(), ex.status(), ex.requestId(), ex);
			ex.attempts().forEach((attempt) -> log.warn("tried {}", attempt));
			throw ex;
		}
	}

	Mono<?> streaming(LlmClient llm, String question) {
		ChatStream stream = llm.chat("gpt-4o").user(question).stream();
		Flux<String> words = stream.content();
		Flux<ChatChunk> chunks = stream.chunks();
		Mono<ChatResponse> whole = stream.response();
		return Mono.when(words, chunks, whole);
	}

	void blocking(LlmClient llm, String question) {
		try (Stream<ChatChunk> chunks = llm.chat("gpt-4o").user(question).stream().blocking()) {
			chunks.limit(20).map(ChatChunk::content).forEach(this::show);
		}
	}

	ChatResponse aggregated(LlmClient llm, String question) {
		ChatAggregator answer = new ChatAggregator();
		llm.chat("gpt-4o").user(question).stream().chunks().doOnNext(answer::add).blockLast();
		ChatResponse response = answer.response();
		return response;
	}

	void interrupted(LlmClient llm, String question) {
		llm.chat("gpt-4o").user(question).stream().content().doOnError(LlmStreamException.class, (ex) -> {
			ChatResponse partial = ex.partial(ChatResponse.class);
			show(partial);
		});
	}

	void fallbacks(LlmClient llm, String question) {
		ChatResponse response = llm.chat("gpt-4o").fallbacks("smart", "fast").user(question).call().response();
		response.provider();
		response.attempts();
		llm.chat("gpt-4o").fallbacks().user(question).call();
	}

	void proxy(LlmClient llm, String question) {
		ChatResponse response = llm.chat("gpt-4o")
			.metadata(Map.of("team", "search"))
			.tags("nightly")
			.endUser("user-17")
			.proxy((proxy) -> proxy.withSessionId("session-4").withNumRetries(0))
			.user(question)
			.call()
			.response();
		response.cost();
		response.info().proxy().callId();
		response.info().rateLimits();
	}

	LlmClient environment() {
		LlmClient llm = LlmClient.builder()
			.environment(System::getenv)
			.defaultModel("smart")
			.alias("smart", "anthropic/claude-sonnet-4-20250514")
			.task("code", "gpt-4o")
			.fallback("smart", "gpt-4o")
			.settings((settings) -> settings.withTimeouts(Timeouts.none().withTotal(Duration.ofSeconds(60))))
			.build();
		return llm;
	}

	void keys(String question) {
		LlmClient llm = LlmClient.builder()
			.provider("openai", (provider) -> provider.apiKey("sk-test"))
			.provider("my-vllm", (provider) -> provider.baseUrl("http://gpu-1:8000/v1"))
			.build();
		llm.chat("my-vllm/qwen3").user(question).call().content();
	}

	@Bean
	LlmClientCustomizer regions() {
		return (builder) -> builder.provider("my-vllm", (provider) -> provider.baseUrl("http://gpu-2:8000/v1"));
	}

	void mock(LlmClient llm, String question) {
		String answer = llm.chat("mock/any").user(question).extra("mock_response", "Paris.").call().content();
		show(answer);
	}

	void fillIn(LlmClient llm) {
		String body = llm.chat("text-completion-codestral/codestral-latest")
			.user("def add(a, b):\n")
			.extra("suffix", "\nprint(add(1, 2))")
			.call()
			.content();
		show(body);
	}

	private void show(Object text) {
		log.info("{}", text);
	}

	@Component
	class AttemptLog implements AttemptListener {

		private static final Logger log = LoggerFactory.getLogger(AttemptLog.class);

		@Override
		public void onAttempt(Attempt attempt) {
			log.info("{}", attempt);
		}

	}

}
