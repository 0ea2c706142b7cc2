package dev.litellm.dialect.anthropic;

import java.time.Clock;

import dev.litellm.dialect.ChatDialect;
import dev.litellm.dialect.RequestForm;
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
		this(clock, models, MessagesCodec::plain);
	}

	/**
	 * Create the dialect of servers that want some of a request elsewhere.
	 * @param clock tells when an answer was made
	 * @param models what models can do
	 * @param form how the server takes them
	 */
	public AnthropicDialect(Clock clock, ModelTable models, RequestForm form) {
		this(new AnthropicErrors(clock), clock, models, form);
	}

	private AnthropicDialect(AnthropicErrors errors, Clock clock, ModelTable models, RequestForm form) {
		super("anthropic", errors::of, new MessagesCodec(errors, clock, models, form));
	}

}
