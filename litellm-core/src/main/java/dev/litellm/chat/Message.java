package dev.litellm.chat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import dev.litellm.json.Json;

/**
 * A message of a conversation: what a user, a tool or the application says, and what a
 * model answers.
 *
 * @param role {@code system}, {@code developer}, {@code user}, {@code assistant},
 * {@code tool} or {@code function}
 * @param content the text, or null where there is none or where it is in the parts
 * @param parts the content in parts, or empty where it is plain text
 * @param reasoningContent what the model thought, or null
 * @param thinkingBlocks the same in signed pieces, as some providers want them back
 * @param toolCalls the calls that the model asks for
 * @param toolCallId of a tool's result, the id of its call
 * @param name the speaker's name, or null
 * @param extra further members, for example {@code refusal}, {@code annotations},
 * {@code audio}, {@code images}
 * @since 0.1.0
 */
public record Message(String role, @Nullable String content, List<ContentPart> parts, @Nullable String reasoningContent,
		List<ThinkingBlock> thinkingBlocks, List<ToolCall> toolCalls, @Nullable String toolCallId,
		@Nullable String name, Map<String, @Nullable Object> extra) implements Json.Writable {

	public Message {
		if (role == null || role.isBlank()) {
			throw new IllegalArgumentException(
					"Message without a role: use system, developer, user, assistant or tool");
		}
		for (ContentPart part : parts) {
			if (part == null) {
				throw new IllegalArgumentException(
						"Message of role '" + role + "' has a null content part: leave it out");
			}
		}
		parts = List.copyOf(parts);
		thinkingBlocks = Checks.list(role, " message: thinking_blocks", thinkingBlocks);
		toolCalls = Checks.list(role, " message: tool_calls", toolCalls);
		extra = Fields.copy(extra);
	}

	public static Message system(String text) {
		return said("system", text);
	}

	public static Message developer(String text) {
		return said("developer", text);
	}

	public static Message user(String text) {
		return said("user", text);
	}

	public static Message user(ContentPart... parts) {
		return of("user", Arrays.asList(parts));
	}

	public static Message assistant(String text) {
		return said("assistant", text);
	}

	/**
	 * The calls that a model asked for, to be sent back before their results.
	 * @param calls the calls
	 * @return the message
	 */
	public static Message assistant(List<ToolCall> calls) {
		return new Message("assistant", null, List.of(), null, List.of(), calls, null, null, Map.of());
	}

	/**
	 * A tool's result.
	 * @param toolCallId the id of the call that it answers
	 * @param result the result as text
	 * @return the message
	 */
	public static Message tool(String toolCallId, String result) {
		Checks.notBlank("tool_call_id", toolCallId);
		Checks.given("tool message: content", result, "the tool's result, or an empty text");
		return new Message("tool", result, List.of(), null, List.of(), List.of(), toolCallId, null, Map.of());
	}

	private static Message said(String role, String text) {
		if (text == null) {
			throw new IllegalArgumentException(
					"Message of role '" + role + "' has null for its text: give a text, or leave the message out");
		}
		return of(role, text);
	}

	public static Message of(String role, @Nullable String text) {
		return new Message(role, text, List.of(), null, List.of(), List.of(), null, null, Map.of());
	}

	public static Message of(String role, List<ContentPart> parts) {
		if (parts.isEmpty()) {
			throw new IllegalArgumentException(
					"'" + role + " message: content' is an empty list: give at least one part");
		}
		return new Message(role, null, parts, null, List.of(), List.of(), null, null, Map.of());
	}

	public static Message fromJson(String json) {
		return MessageReader.message(json);
	}

	/**
	 * Return the text of the message.
	 * @return the content, or the text of its parts joined, or an empty string
	 */
	public String text() {
		if (this.content != null || this.parts.isEmpty()) {
			return (this.content != null) ? this.content : "";
		}
		return this.parts.stream()
			.filter(ContentPart.Text.class::isInstance)
			.map((part) -> ((ContentPart.Text) part).text())
			.collect(Collectors.joining());
	}

	/**
	 * Return this message with one more member.
	 * @param name the member's name, for example {@code cache_control}
	 * @param value a JSON value
	 * @return the new message
	 */
	public Message with(String name, Object value) {
		return new Message(this.role, this.content, this.parts, this.reasoningContent, this.thinkingBlocks,
				this.toolCalls, this.toolCallId, this.name, Fields.plus(this.extra, name, value));
	}

	public Message withName(String name) {
		return new Message(this.role, this.content, this.parts, this.reasoningContent, this.thinkingBlocks,
				this.toolCalls, this.toolCallId, name, this.extra);
	}

	/**
	 * Return this message with other content.
	 * @param content the text, or null
	 * @param parts the parts, or empty
	 * @return the new message
	 */
	public Message withContent(@Nullable String content, List<ContentPart> parts) {
		return new Message(this.role, content, parts, this.reasoningContent, this.thinkingBlocks, this.toolCalls,
				this.toolCallId, this.name, this.extra);
	}

	public String toJson() {
		return Json.text(this);
	}

	@Override
	public void writeTo(JsonGenerator generator) {
		generator.writeStartObject();
		Fields.writeGiven(generator, this.extra, "role", this.role);
		if (!this.extra.containsKey("content")) {
			Fields.write(generator, "content", this.parts.isEmpty() ? this.content : this.parts);
		}
		Fields.writeGiven(generator, this.extra, "reasoning_content", this.reasoningContent);
		Fields.writeGiven(generator, this.extra, "thinking_blocks", this.thinkingBlocks);
		Fields.writeGiven(generator, this.extra, "tool_calls", this.toolCalls);
		Fields.writeGiven(generator, this.extra, "tool_call_id", this.toolCallId);
		Fields.writeGiven(generator, this.extra, "name", this.name);
		Fields.write(generator, this.extra);
		generator.writeEndObject();
	}

}
