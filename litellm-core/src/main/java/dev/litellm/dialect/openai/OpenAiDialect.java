package dev.litellm.dialect.openai;

import java.time.Clock;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.LlmRequest;
import dev.litellm.call.LlmResponse;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Dialect;
import dev.litellm.dialect.Operation;
import dev.litellm.dialect.Target;
import dev.litellm.error.Failure;
import dev.litellm.transport.WireReply;

/**
 * OpenAI's wire format, and that of every provider that is compatible with it; what they
 * differ in comes as {@link dev.litellm.provider.Quirks}.
 *
 * @since 0.1.0
 * @see <a href="https://platform.openai.com/docs/api-reference/chat/create">Chat
 * completions</a>
 * @see <a href=
 * "https://platform.openai.com/docs/api-reference/embeddings/create">Embeddings</a>
 */
public final class OpenAiDialect implements Dialect {

	private final OpenAiErrors errors;

	private final ChatCodec chat;

	private final EmbeddingCodec embeddings = new EmbeddingCodec();

	public OpenAiDialect(Clock clock) {
		this(clock, ChatEnvelope.NONE);
	}

	/**
	 * Create the dialect of servers that put something around the format.
	 * @param clock tells when to try again
	 * @param envelope what they put around it
	 */
	public OpenAiDialect(Clock clock, ChatEnvelope envelope) {
		this.errors = new OpenAiErrors(clock);
		this.chat = new ChatCodec(this.errors, envelope);
	}

	@Override
	public String name() {
		return "openai";
	}

	@Override
	@SuppressWarnings("unchecked")
	public <Q extends LlmRequest<Q>, R extends LlmResponse<R>, C> @Nullable Codec<Q, R, C> codec(
			Operation<Q, R, C> operation) {
		if (operation == (Object) Operation.CHAT) {
			return (Codec<Q, R, C>) this.chat;
		}
		if (operation == (Object) Operation.EMBEDDINGS) {
			return (Codec<Q, R, C>) this.embeddings;
		}
		return null;
	}

	@Override
	public Failure error(WireReply reply) {
		return this.errors.of(reply);
	}

	@Override
	public Failure error(WireReply reply, Target target) {
		Failure failure = error(reply);
		return target.provider().quirks().body().quotaReturns() ? failure.withLasting(false) : failure;
	}

}
