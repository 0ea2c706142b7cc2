package dev.litellm.dialect.ollama;

import java.time.Clock;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.LlmRequest;
import dev.litellm.call.LlmResponse;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Dialect;
import dev.litellm.dialect.Operation;
import dev.litellm.error.Failure;
import dev.litellm.provider.ModelTable;
import dev.litellm.transport.WireReply;

/**
 * Ollama's own chat format, {@code /api/chat}; its OpenAI side, {@code /v1}, is spoken by
 * the dialect {@code openai}.
 *
 * @since 0.1.0
 * @see <a href="https://docs.ollama.com/api/chat">Chat</a>
 * @see <a href="https://docs.ollama.com/capabilities/thinking">Thinking</a>
 */
public final class OllamaDialect implements Dialect {

	private final OllamaErrors errors;

	private final ChatCodec chat;

	/**
	 * Create the dialect.
	 * @param clock tells when an answer was made that does not tell it
	 * @param models what models can do
	 */
	public OllamaDialect(Clock clock, ModelTable models) {
		this.errors = new OllamaErrors(clock);
		this.chat = new ChatCodec(this.errors, clock, models);
	}

	@Override
	public String name() {
		return "ollama";
	}

	@Override
	public <Q extends LlmRequest<Q>, R extends LlmResponse<R>, C> @Nullable Codec<Q, R, C> codec(
			Operation<Q, R, C> operation) {
		return Codec.ofChat(operation, this.chat);
	}

	@Override
	public Failure error(WireReply reply) {
		return this.errors.of(reply);
	}

}
