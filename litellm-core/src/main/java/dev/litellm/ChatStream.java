package dev.litellm;

import java.util.stream.Stream;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatResponse;

/**
 * Ways to read a streamed chat; each subscriber makes a call of its own.
 *
 * @since 0.1.0
 */
public interface ChatStream {

	/**
	 * Return the pieces of the answer.
	 * @return the chunks; cancelling closes the connection
	 */
	Flux<ChatChunk> chunks();

	/**
	 * Return the pieces of the text of the first choice.
	 * @return texts, none of them empty
	 */
	Flux<String> content();

	/**
	 * Return the whole answer when the stream has ended.
	 * @return the answer with all that the call took
	 */
	Mono<ChatResponse> response();

	/**
	 * Return the pieces of the answer for a thread that may block. Close the stream to
	 * close the connection where it is not read to its end.
	 * @return the chunks
	 * @throws IllegalStateException on a thread that must not block
	 */
	Stream<ChatChunk> blocking();

}
