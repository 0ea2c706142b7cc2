package dev.litellm.dialect.chatgpt;

import dev.litellm.dialect.ChatDialect;
import dev.litellm.dialect.openai.OpenAiDialect;

/**
 * Responses of the models that a ChatGPT subscription has: they want instructions and
 * always stream, so that whole answers are put together here.
 *
 * @since 0.1.0
 * @see <a href="https://developers.openai.com/codex/auth">Sign in with ChatGPT</a>
 */
public final class ChatGptDialect extends ChatDialect {

	/**
	 * Create the dialect.
	 * @param openai speaks the format
	 */
	public ChatGptDialect(OpenAiDialect openai) {
		super("chatgpt", openai::error, new StreamedCodec(openai));
	}

}
