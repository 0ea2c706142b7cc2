package dev.litellm.dialect.gemini;

import java.time.Clock;

import dev.litellm.dialect.ChatDialect;
import dev.litellm.provider.ModelTable;

/**
 * Google's {@code generateContent} format.
 *
 * @since 0.1.0
 * @see <a href="https://ai.google.dev/api/generate-content">Generating content</a>
 * @see <a href="https://ai.google.dev/gemini-api/docs/thought-signatures">Thought
 * signatures</a>
 */
public final class GeminiDialect extends ChatDialect {

	/**
	 * Create the dialect.
	 * @param clock tells when an answer was made
	 * @param models what models can do
	 */
	public GeminiDialect(Clock clock, ModelTable models) {
		this(new GeminiErrors(clock), clock, models);
	}

	private GeminiDialect(GeminiErrors errors, Clock clock, ModelTable models) {
		super("gemini", errors::of, new GenerateCodec(errors, clock, models));
	}

}
