package dev.litellm;

import java.util.Arrays;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.dialect.Operation;
import dev.litellm.engine.Engine;
import dev.litellm.routing.Router;

/**
 * The client over an {@link Engine}.
 */
final class DefaultLlmClient implements LlmClient {

	private final Engine engine;

	private final Router router;

	private final LlmClientBuilder builder;

	DefaultLlmClient(Engine engine, Router router, LlmClientBuilder builder) {
		this.engine = engine;
		this.router = router;
		this.builder = builder;
	}

	@Override
	public ChatSpec chat(String model) {
		return new DefaultChatSpec(this.engine, model);
	}

	@Override
	public ChatSpec chat() {
		return chat(this.router.defaultModel("chat() names no model"));
	}

	@Override
	public ChatSpec task(String task) {
		return chat(this.router.taskModel(task));
	}

	@Override
	public CompareSpec compare(String... models) {
		return new DefaultCompareSpec(this.engine, Arrays.asList(models));
	}

	@Override
	public EmbeddingSpec embeddings(String model) {
		return new DefaultEmbeddingSpec(this.engine, model);
	}

	@Override
	public ChatResponse completion(ChatRequest request) {
		return Blocking.await(completionMono(request), request.model());
	}

	@Override
	public Mono<ChatResponse> completionMono(ChatRequest request) {
		return this.engine.call(Operation.CHAT, request);
	}

	@Override
	public Flux<ChatChunk> completionStream(ChatRequest request) {
		return this.engine.stream(Operation.CHAT, request, null);
	}

	@Override
	public LlmClientBuilder mutate() {
		return new LlmClientBuilder(this.builder);
	}

}
