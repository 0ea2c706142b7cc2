package dev.litellm.dialect.anthropic;

import java.time.Clock;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.dialect.ChatDialect;
import dev.litellm.dialect.Target;
import dev.litellm.provider.ModelTable;
import dev.litellm.transport.WireRequest;

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
	 * @param envelope makes the requests that go out
	 */
	public AnthropicDialect(Clock clock, ModelTable models, Envelope envelope) {
		this(new AnthropicErrors(clock), clock, models, envelope);
	}

	private AnthropicDialect(AnthropicErrors errors, Clock clock, ModelTable models, Envelope envelope) {
		super("anthropic", errors::of, new MessagesCodec(errors, clock, models, envelope));
	}

	/**
	 * Makes the request that goes out of what is asked for in Anthropic's format.
	 */
	@FunctionalInterface
	public interface Envelope {

		/**
		 * Make a request.
		 * @param body the members of the body as Anthropic's own server takes them; may
		 * be changed
		 * @param headers the headers; may be changed
		 * @param target whom it goes to
		 * @param stream whether the answer is to be streamed
		 * @return the request to send
		 */
		WireRequest put(Map<String, @Nullable Object> body, Map<String, String> headers, Target target, boolean stream);

	}

}
