package dev.litellm.dialect.openai;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.dialect.Target;
import dev.litellm.provider.Quirks;

/**
 * The messages of a request as a provider takes them.
 */
final class Messages {

	private static final String CACHE_CONTROL = "cache_control";

	private Messages() {
	}

	static List<Message> of(List<Message> messages, Target target) {
		Quirks quirks = target.quirks();
		if (quirks.textContent() == Quirks.TextContent.AS_GIVEN
				&& (quirks.keepCacheControl() || messages.stream().noneMatch(Messages::isMarked))) {
			return messages;
		}
		return messages.stream().map((message) -> of(message, quirks)).toList();
	}

	private static boolean isMarked(Message message) {
		return message.extra().containsKey(CACHE_CONTROL)
				|| message.parts().stream().anyMatch((part) -> part.extra().containsKey(CACHE_CONTROL));
	}

	private static Message of(Message message, Quirks quirks) {
		Message result = (quirks.keepCacheControl() || !isMarked(message)) ? message : unmarked(message);
		boolean join = quirks.textContent() == Quirks.TextContent.ALL
				|| (quirks.textContent() == Quirks.TextContent.TOOL && message.role().equals("tool"));
		if (join && !result.parts().isEmpty() && result.parts().stream().allMatch(ContentPart.Text.class::isInstance)) {
			return result.withContent(result.text(), List.of());
		}
		return result;
	}

	private static Message unmarked(Message message) {
		List<ContentPart> parts = message.parts().stream().map(Messages::unmarked).toList();
		return new Message(message.role(), message.content(), parts, message.reasoningContent(),
				message.thinkingBlocks(), message.toolCalls(), message.toolCallId(), message.name(),
				without(message.extra()));
	}

	private static ContentPart unmarked(ContentPart part) {
		if (!part.extra().containsKey(CACHE_CONTROL)) {
			return part;
		}
		Map<String, @Nullable Object> extra = without(part.extra());
		if (part instanceof ContentPart.Text text) {
			return new ContentPart.Text(text.text(), extra);
		}
		if (part instanceof ContentPart.Image image) {
			return new ContentPart.Image(image.url(), image.detail(), image.format(), extra);
		}
		if (part instanceof ContentPart.Audio audio) {
			return new ContentPart.Audio(audio.data(), audio.format(), extra);
		}
		if (part instanceof ContentPart.File file) {
			return new ContentPart.File(file.file(), extra);
		}
		return new ContentPart.Other(part.type(), extra);
	}

	private static Map<String, @Nullable Object> without(Map<String, @Nullable Object> fields) {
		Map<String, @Nullable Object> rest = new LinkedHashMap<>(fields);
		rest.remove(CACHE_CONTROL);
		return rest;
	}

}
