package dev.litellm.dialect.anthropic;

import java.time.Clock;

import dev.litellm.dialect.ChatDialect;
import dev.litellm.provider.ModelTable;

/**
 * Anthropic's Messages format.
 *
 * @since 0.1.0
 * @see <a href="https://docs.anthropic.com/en/api/messages">Messages</a>
 * @see <a href="https://docs.anthropic.com/en/api/messages-streaming">Streaming
 * messages</a>
 * @see <a href="https://docs.anthropic.com/en/api/errors">Errors</a>
 */
public final class AnthropicDialect extends ChatDialect {

	/**
	 * Create the dialect.
	 * @param clock tells when an answer was made
	 * @param models what models can do
	 */
	public AnthropicDialect(Clock clock, ModelTable models) {
		this(new AnthropicErrors(clock), clock, models);
	}

	private AnthropicDialect(AnthropicErrors errors, Clock clock, ModelTable models) {
		super("anthropic", errors::of, new MessagesCodec(errors, clock, models));
	}

}
