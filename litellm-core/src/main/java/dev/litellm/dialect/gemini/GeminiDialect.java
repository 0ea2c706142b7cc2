package dev.litellm.dialect.gemini;

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
 * Google's {@code generateContent} format.
 *
 * @since 0.1.0
 * @see <a href="https://ai.google.dev/api/generate-content">Generating content</a>
 * @see <a href="https://ai.google.dev/gemini-api/docs/thought-signatures">Thought
 * signatures</a>
 */
public final class GeminiDialect implements Dialect {

	private final GeminiErrors errors;

	private final GenerateCodec chat;

	/**
	 * Create the dialect.
	 * @param clock tells when an answer was made
	 * @param models what models can do
	 */
	public GeminiDialect(Clock clock, ModelTable models) {
		this.errors = new GeminiErrors(clock);
		this.chat = new GenerateCodec(this.errors, clock, models);
	}

	@Override
	public String name() {
		return "gemini";
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
