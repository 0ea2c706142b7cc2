package dev.litellm.dialect.openai;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.Target;
import dev.litellm.json.Members;
import dev.litellm.provider.MessageQuirks;

/**
 * The messages of a request as a provider takes them.
 */
final class Messages {

	static final String CACHE_CONTROL = "cache_control";

	private static final String PROVIDER_FIELDS = "provider_specific_fields";

	private final MessageQuirks quirks;

	private final boolean reasoning;

	private Messages(MessageQuirks quirks, boolean reasoning) {
		this.quirks = quirks;
		this.reasoning = reasoning;
	}

	/**
	 * Return the messages as the target takes them.
	 * @param request the request
	 * @param target whom they go to
	 * @return the messages
	 * @throws dev.litellm.error.FailureException if an image is over the target's limit
	 */
	static List<Message> of(ChatRequest request, Target target) {
		MessageQuirks quirks = target.quirks().messages();
		if (quirks.maxImage() > 0) {
			Images.check(request.messages(), quirks.maxImage(), target);
		}
		Messages messages = new Messages(quirks,
				quirks.blankReasoning() != MessageQuirks.BlankReasoning.NEVER
						&& (quirks.blankReasoning() == MessageQuirks.BlankReasoning.TOOLS
								|| Reasoning.isAsked(request.parameters())));
		List<Message> changed = messages.of(request.messages());
		return TurnRules.of(changed, quirks.turns());
	}

	private List<Message> of(List<Message> messages) {
		List<Message> result = messages;
		for (int i = 0; i < messages.size(); i++) {
			Message message = messages.get(i);
			if (isChanged(message)) {
				if (result == messages) {
					result = new ArrayList<>(messages);
				}
				result.set(i, change(message));
			}
		}
		return result;
	}

	private boolean isChanged(Message message) {
		return isRenamed(message) || isJoined(message) || isMarked(message) || needsReasoning(message)
				|| (message.name() != null && !this.quirks.keepsName(message.role()))
				|| (!this.quirks.keepThinking() && (!message.thinkingBlocks().isEmpty()
						|| message.extra().containsKey(PROVIDER_FIELDS) || isForeign(message.toolCalls())));
	}

	private static boolean isForeign(List<ToolCall> calls) {
		for (int i = 0; i < calls.size(); i++) {
			if (calls.get(i).extra().containsKey(PROVIDER_FIELDS)) {
				return true;
			}
		}
		return false;
	}

	private boolean isRenamed(Message message) {
		return !this.quirks.developerRole() && message.role().equals("developer");
	}

	private boolean isJoined(Message message) {
		return !message.parts().isEmpty() && switch (this.quirks.textContent()) {
			case AS_GIVEN -> false;
			case SINGLE -> message.parts().size() == 1;
			case TOOL -> message.role().equals("tool");
			case ASSISTANT -> message.role().equals("assistant");
			case ALL -> true;
		} && message.parts().stream().allMatch(this::isPlainText);
	}

	private boolean isPlainText(ContentPart part) {
		return part instanceof ContentPart.Text
				&& (!this.quirks.keepCacheControl() || !part.extra().containsKey(CACHE_CONTROL));
	}

	private String joined(Message message) {
		String between = (this.quirks.textContent() == MessageQuirks.TextContent.ASSISTANT) ? "\n" : "";
		return message.parts()
			.stream()
			.map((part) -> ((ContentPart.Text) part).text())
			.collect(Collectors.joining(between));
	}

	private boolean isMarked(Message message) {
		if (this.quirks.keepCacheControl()) {
			return false;
		}
		for (ContentPart part : message.parts()) {
			if (part.extra().containsKey(CACHE_CONTROL)) {
				return true;
			}
		}
		return message.extra().containsKey(CACHE_CONTROL);
	}

	private boolean needsReasoning(Message message) {
		return this.reasoning && message.role().equals("assistant") && message.reasoningContent() == null
				&& (this.quirks.blankReasoning() == MessageQuirks.BlankReasoning.THINKING
						|| !message.toolCalls().isEmpty());
	}

	private Message change(Message message) {
		boolean join = isJoined(message);
		List<ContentPart> parts = isMarked(message) ? message.parts().stream().map(Messages::unmarked).toList()
				: message.parts();
		Message changed = new Message(isRenamed(message) ? "system" : message.role(),
				join ? joined(message) : message.content(), join ? List.of() : parts,
				needsReasoning(message) ? " " : message.reasoningContent(),
				this.quirks.keepThinking() ? message.thinkingBlocks() : List.of(), calls(message.toolCalls()),
				message.toolCallId(), this.quirks.keepsName(message.role()) ? message.name() : null,
				members(message.extra()));
		if (this.quirks.turns().contains(MessageQuirks.Turns.REASONING_BLOCKS)) {
			return ReasoningParts.blocks(changed, message.thinkingBlocks());
		}
		return this.quirks.turns().contains(MessageQuirks.Turns.REASONING_PARTS)
				? ReasoningParts.of(changed, message.thinkingBlocks()) : changed;
	}

	private List<ToolCall> calls(List<ToolCall> calls) {
		return (this.quirks.keepThinking() || !isForeign(calls)) ? calls : calls.stream().map((call) -> {
			Map<String, @Nullable Object> extra = new Members(call.extra());
			extra.remove(PROVIDER_FIELDS);
			return new ToolCall(call.index(), call.id(), call.type(), call.name(), call.arguments(), extra);
		}).toList();
	}

	private Map<String, @Nullable Object> members(Map<String, @Nullable Object> extra) {
		Map<String, @Nullable Object> members = new Members(extra);
		if (!this.quirks.keepCacheControl()) {
			members.remove(CACHE_CONTROL);
		}
		if (!this.quirks.keepThinking()) {
			members.remove(PROVIDER_FIELDS);
		}
		return members;
	}

	private static ContentPart unmarked(ContentPart part) {
		if (!part.extra().containsKey(CACHE_CONTROL)) {
			return part;
		}
		Map<String, @Nullable Object> extra = new Members(part.extra());
		extra.remove(CACHE_CONTROL);
		return with(part, extra);
	}

	static ContentPart with(ContentPart part, Map<String, @Nullable Object> extra) {
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

}
