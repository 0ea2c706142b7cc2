package dev.litellm.dialect.huggingface;

import java.util.Objects;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.dialect.ChatDialect;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Operation;
import dev.litellm.dialect.Step;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.openai.OpenAiDialect;

/**
 * OpenAI's format at Hugging Face: a model that names its provider
 * ({@code together/meta-llama/Llama-3.3-70B-Instruct}) is looked up first, for the
 * provider's own name of it.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://huggingface.co/docs/inference-providers/tasks/chat-completion">Chat
 * completion</a>
 * @see <a href="https://huggingface.co/docs/inference-providers/hub-api">Hub API</a>
 */
public final class HuggingFaceDialect extends ChatDialect {

	/**
	 * Create the dialect.
	 * @param openai speaks the format
	 */
	public HuggingFaceDialect(OpenAiDialect openai) {
		super("huggingface", openai::error, routed(Objects.requireNonNull(openai.codec(Operation.CHAT))));
	}

	private static Codec<ChatRequest, ChatResponse, ChatChunk> routed(
			Codec<ChatRequest, ChatResponse, ChatChunk> plain) {
		return new Codec<>() {

			@Override
			public Step<ChatResponse> call(ChatRequest request, Target target) {
				return Mapping.before(target, (routed) -> plain.call(request, routed));
			}

			@Override
			public Step<ChatChunk> stream(ChatRequest request, Target target) {
				return Mapping.before(target, (routed) -> plain.stream(request, routed));
			}

		};
	}

}
