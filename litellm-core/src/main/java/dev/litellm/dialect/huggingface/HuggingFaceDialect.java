package dev.litellm.dialect.huggingface;

import java.time.Clock;
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
	 * @param clock tells for how long a name is known
	 */
	public HuggingFaceDialect(Clock clock) {
		this(new OpenAiDialect(clock), new Mapping(clock));
	}

	private HuggingFaceDialect(OpenAiDialect openai, Mapping mapping) {
		super("huggingface", (reply) -> {
			if (reply.status() == 404) {
				mapping.forget();
			}
			return openai.error(reply);
		}, routed(Objects.requireNonNull(openai.codec(Operation.CHAT)), mapping));
	}

	private static Codec<ChatRequest, ChatResponse, ChatChunk> routed(Codec<ChatRequest, ChatResponse, ChatChunk> plain,
			Mapping mapping) {
		return new Codec<>() {

			@Override
			public Step<ChatResponse> call(ChatRequest request, Target target) {
				return mapping.before(target, (routed) -> plain.call(request, routed));
			}

			@Override
			public Step<ChatChunk> stream(ChatRequest request, Target target) {
				return mapping.before(target, (routed) -> plain.stream(request, routed));
			}

		};
	}

}
