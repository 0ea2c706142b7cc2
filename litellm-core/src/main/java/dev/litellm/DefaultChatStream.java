package dev.litellm;

import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.dialect.Operation;
import dev.litellm.engine.Engine;

/**
 * A streamed chat over an {@link Engine}.
 */
final class DefaultChatStream implements ChatStream {

	private final Engine engine;

	private final ChatRequest request;

	DefaultChatStream(Engine engine, ChatRequest request) {
		this.engine = engine;
		this.request = request;
	}

	@Override
	public Flux<ChatChunk> chunks() {
		return this.engine.stream(Operation.CHAT, this.request, null);
	}

	@Override
	public Flux<String> content() {
		return chunks().handle((chunk, sink) -> {
			String text = chunk.content();
			if (text != null && !text.isEmpty()) {
				sink.next(text);
			}
		});
	}

	@Override
	public Mono<ChatResponse> response() {
		return Mono.defer(() -> {
			AtomicReference<ChatResponse> whole = new AtomicReference<>();
			return this.engine.stream(Operation.CHAT, this.request, whole::set)
				.then(Mono.fromSupplier(() -> whole.get()));
		});
	}

	@Override
	public Stream<ChatChunk> blocking() {
		return Blocking.stream(chunks(), this.request.model());
	}

}
