package dev.litellm.dialect.gigachat;

import java.time.Clock;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.LlmRequest;
import dev.litellm.call.LlmResponse;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Dialect;
import dev.litellm.dialect.Operation;
import dev.litellm.dialect.openai.OpenAiDialect;
import dev.litellm.error.Failure;
import dev.litellm.transport.WireReply;

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
public final class GigaChatDialect implements Dialect {

	private final OpenAiDialect errors;

	private final GigaChatCodec chat;

	/**
	 * Create the dialect.
	 * @param clock tells when an answer was made
	 */
	public GigaChatDialect(Clock clock) {
		this.errors = new OpenAiDialect(clock);
		this.chat = new GigaChatCodec(this.errors, clock);
	}

	@Override
	public String name() {
		return "gigachat";
	}

	@Override
	public <Q extends LlmRequest<Q>, R extends LlmResponse<R>, C> @Nullable Codec<Q, R, C> codec(
			Operation<Q, R, C> operation) {
		return Codec.ofChat(operation, this.chat);
	}

	@Override
	public Failure error(WireReply reply) {
		return this.errors.error(reply);
	}

}
