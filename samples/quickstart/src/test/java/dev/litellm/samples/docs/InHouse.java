package dev.litellm.samples.docs;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import dev.litellm.LlmProvider;
import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Message;

/**
 * A provider of docs/guide/own-providers.md.
 */
@Component
class InHouse implements LlmProvider {

	@Override
	public String name() {
		return "in-house";
	}

	@Override
	public Mono<ChatResponse> chat(ChatRequest request) {
		return Mono.fromCallable(() -> ChatResponse.of(request.model(), shout(request)));
	}

	@Override
	public Flux<ChatChunk> stream(ChatRequest request) {
		return Flux.fromArray(shout(request).split("(?<= )")).map((word) -> ChatChunk.of(request.model(), word));
	}

	private static String shout(ChatRequest request) {
		Message last = request.messages().get(request.messages().size() - 1);
		return last.text().toUpperCase();
	}

}
