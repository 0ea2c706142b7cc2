package dev.litellm.dialect.huggingface;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.LlmRequest;
import dev.litellm.call.LlmResponse;
import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Dialect;
import dev.litellm.dialect.Operation;
import dev.litellm.dialect.Step;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.openai.OpenAiDialect;
import dev.litellm.error.Failure;
import dev.litellm.transport.WireReply;

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
public final class HuggingFaceDialect implements Dialect {

	private final OpenAiDialect openai;

	private final Codec<ChatRequest, ChatResponse, ChatChunk> chat;

	/**
	 * Create the dialect.
	 * @param openai speaks the format
	 */
	public HuggingFaceDialect(OpenAiDialect openai) {
		this.openai = openai;
		Codec<ChatRequest, ChatResponse, ChatChunk> plain = Objects.requireNonNull(openai.codec(Operation.CHAT));
		this.chat = new Codec<>() {

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

	@Override
	public String name() {
		return "huggingface";
	}

	@Override
	public <Q extends LlmRequest<Q>, R extends LlmResponse<R>, C> @Nullable Codec<Q, R, C> codec(
			Operation<Q, R, C> operation) {
		return Codec.ofChat(operation, this.chat);
	}

	@Override
	public Failure error(WireReply reply) {
		return this.openai.error(reply);
	}

}
