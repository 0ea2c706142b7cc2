package dev.litellm.dialect.ollama;

import java.time.Clock;

import dev.litellm.dialect.ChatDialect;
import dev.litellm.provider.ModelTable;

/**
 * Ollama's own chat format, {@code /api/chat}; its OpenAI side, {@code /v1}, is spoken by
 * the dialect {@code openai}.
 *
 * @since 0.1.0
 * @see <a href="https://docs.ollama.com/api/chat">Chat</a>
 * @see <a href="https://docs.ollama.com/capabilities/thinking">Thinking</a>
 */
public final class OllamaDialect extends ChatDialect {

	/**
	 * Create the dialect.
	 * @param clock tells when an answer was made that does not tell it
	 * @param models what models can do
	 */
	public OllamaDialect(Clock clock, ModelTable models) {
		this(new OllamaErrors(clock), clock, models);
	}

	private OllamaDialect(OllamaErrors errors, Clock clock, ModelTable models) {
		super("ollama", errors::of, new ChatCodec(errors, clock, models));
	}

}
