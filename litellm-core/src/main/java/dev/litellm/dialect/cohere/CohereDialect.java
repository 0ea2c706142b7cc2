package dev.litellm.dialect.cohere;

import java.time.Clock;

import dev.litellm.dialect.ChatDialect;
import dev.litellm.provider.ModelTable;

/**
 * Cohere's chat format, version 2.
 *
 * @since 0.1.0
 * @see <a href="https://docs.cohere.com/reference/chat">Chat</a>
 * @see <a href="https://docs.cohere.com/v2/docs/streaming">Streaming responses</a>
 * @see <a href="https://docs.cohere.com/reference/errors">Errors</a>
 */
public final class CohereDialect extends ChatDialect {

	/**
	 * Create the dialect.
	 * @param clock tells when an answer was made
	 * @param models what models can do
	 */
	public CohereDialect(Clock clock, ModelTable models) {
		this(new CohereErrors(clock), clock, models);
	}

	private CohereDialect(CohereErrors errors, Clock clock, ModelTable models) {
		super("cohere", errors::of, new CohereChatCodec(errors, clock, models));
	}

}
