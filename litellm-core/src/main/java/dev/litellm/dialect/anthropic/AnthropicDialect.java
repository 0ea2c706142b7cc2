package dev.litellm.dialect.anthropic;

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
 * Anthropic's Messages format.
 *
 * @since 0.1.0
 * @see <a href="https://docs.anthropic.com/en/api/messages">Messages</a>
 * @see <a href="https://docs.anthropic.com/en/api/messages-streaming">Streaming
 * messages</a>
 * @see <a href="https://docs.anthropic.com/en/api/errors">Errors</a>
 */
public final class AnthropicDialect implements Dialect {

	private final AnthropicErrors errors;

	private final MessagesCodec chat;

	/**
	 * Create the dialect.
	 * @param clock tells when an answer was made
	 * @param models what models can do
	 */
	public AnthropicDialect(Clock clock, ModelTable models) {
		this.errors = new AnthropicErrors(clock);
		this.chat = new MessagesCodec(this.errors, clock, models);
	}

	@Override
	public String name() {
		return "anthropic";
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
