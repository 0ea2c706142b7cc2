package dev.litellm.dialect.prompt;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.CallInfo;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Choice;
import dev.litellm.chat.FinishReason;
import dev.litellm.chat.Message;
import dev.litellm.chat.Usage;
import dev.litellm.dialect.ThinkTags;

/**
 * A text as an answer in OpenAI's shape.
 */
final class Texts {

	private Texts() {
	}

	/**
	 * Return the answer that a text is.
	 * @param text the text
	 * @param about what else is told of it
	 * @return the answer
	 */
	static ChatResponse answer(String text, About about) {
		ThinkTags.Split split = ThinkTags.split(text);
		Message said = new Message("assistant", (split != null) ? split.content() : text, List.of(),
				(split != null) ? split.reasoning() : null, List.of(), List.of(), null, null, Map.of());
		String finish = FinishReason.unify((about.reason() != null) ? about.reason() : FinishReason.STOP);
		return new ChatResponse(about.id(), about.created(), about.model(),
				List.of(new Choice(0, said, finish, about.reason(), Map.of())), about.usage(), null, null, Map.of(),
				CallInfo.empty());
	}

	/**
	 * What is told of a text.
	 *
	 * @param id the answer's id, or null
	 * @param created when it was made, in seconds since 1970
	 * @param model the model, or null
	 * @param reason why it ended, in the provider's words, or null
	 * @param usage the tokens, or null
	 */
	record About(@Nullable String id, long created, @Nullable String model, @Nullable String reason,
			@Nullable Usage usage) {

	}

}
