package dev.litellm.dialect.gigachat;

import java.time.Clock;

import dev.litellm.dialect.ChatDialect;
import dev.litellm.dialect.openai.OpenAiDialect;

/**
 * GigaChat's format, which calls tools functions, one at a time, and takes files that
 * were uploaded before.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://developers.sber.ru/docs/ru/gigachat/api/reference/rest/post-chat">Chat</a>
 * @see <a href=
 * "https://developers.sber.ru/docs/ru/gigachat/api/reference/rest/post-file">Files</a>
 */
public final class GigaChatDialect extends ChatDialect {

	/**
	 * Create the dialect.
	 * @param clock tells when an answer was made
	 */
	public GigaChatDialect(Clock clock) {
		this(new OpenAiDialect(clock), clock);
	}

	private GigaChatDialect(OpenAiDialect openai, Clock clock) {
		super("gigachat", openai::error, new GigaChatCodec(openai, clock));
	}

}
