package dev.litellm;

import java.util.List;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Message;

/**
 * Client of all LLM providers in OpenAI's format. With Spring Boot, inject it; without,
 * get one from {@link #builder()}. It is immutable and safe for many threads.
 *
 * <ul>
 * <li>ask: {@link #chat(String)}, {@link #task(String)},
 * {@link #completion(String, List)}</li>
 * <li>ask several: {@link #compare(String...)}</li>
 * <li>embed: {@link #embeddings(String)}</li>
 * </ul>
 *
 * <p>
 * A model is an alias, a group, {@code provider/model} or a bare name such as
 * {@code gpt-4o}; it is resolved for each call. Failures are
 * {@link dev.litellm.error.LlmException}s.
 *
 * @since 0.1.0
 */
public interface LlmClient {

	/**
	 * Begin a chat.
	 * @param model the model
	 * @return the chat in the making
	 */
	ChatSpec chat(String model);

	/**
	 * Begin a chat with the default model.
	 * @return the chat in the making
	 * @throws IllegalArgumentException if no default model is set
	 */
	ChatSpec chat();

	/**
	 * Begin a chat with the model of a task, else the default model.
	 * @param task the task's name, for example {@code code}
	 * @return the chat in the making
	 * @throws IllegalArgumentException if neither is set
	 */
	ChatSpec task(String task);

	/**
	 * Begin one chat for several models at once.
	 * @param models the models
	 * @return the chat in the making
	 */
	CompareSpec compare(String... models);

	/**
	 * Begin embeddings.
	 * @param model the model
	 * @return the embeddings in the making
	 */
	EmbeddingSpec embeddings(String model);

	/**
	 * Chat, as LiteLLM's {@code completion()}.
	 * @param model the model
	 * @param messages the conversation
	 * @return the answer
	 * @throws dev.litellm.error.LlmException if the call fails
	 * @throws IllegalStateException on a thread that must not block
	 */
	default ChatResponse completion(String model, List<Message> messages) {
		return completion(ChatRequest.builder(model).messages(messages).build());
	}

	/**
	 * Chat with a request that is complete.
	 * @param request the request
	 * @return the answer
	 * @throws dev.litellm.error.LlmException if the call fails
	 * @throws IllegalStateException on a thread that must not block
	 */
	ChatResponse completion(ChatRequest request);

	/**
	 * Chat with a request that is complete, without waiting.
	 * @param request the request
	 * @return the answer
	 */
	Mono<ChatResponse> completionMono(ChatRequest request);

	/**
	 * Chat with a request that is complete, and get the answer piece by piece.
	 * @param request the request
	 * @return the chunks
	 */
	Flux<ChatChunk> completionStream(ChatRequest request);

	/**
	 * Return a builder that holds what this client is made of.
	 * @return the builder
	 */
	LlmClientBuilder mutate();

	static LlmClientBuilder builder() {
		return new LlmClientBuilder();
	}

}
