package dev.litellm.dialect.cohere;

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
 * Cohere's chat format, version 2.
 *
 * @since 0.1.0
 * @see <a href="https://docs.cohere.com/reference/chat">Chat</a>
 * @see <a href="https://docs.cohere.com/v2/docs/streaming">Streaming responses</a>
 * @see <a href="https://docs.cohere.com/reference/errors">Errors</a>
 */
public final class CohereDialect implements Dialect {

	private final CohereErrors errors;

	private final CohereChatCodec chat;

	/**
	 * Create the dialect.
	 * @param clock tells when an answer was made
	 * @param models what models can do
	 */
	public CohereDialect(Clock clock, ModelTable models) {
		this.errors = new CohereErrors(clock);
		this.chat = new CohereChatCodec(this.errors, clock, models);
	}

	@Override
	public String name() {
		return "cohere";
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
