package dev.litellm.chat;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import dev.litellm.json.Json;

/**
 * What a chunk adds to an answer.
 *
 * @param role the role, on the answer's first chunk
 * @param content a piece of the text, or null
 * @param reasoningContent a piece of the reasoning, or null
 * @param thinkingBlocks pieces of signed reasoning
 * @param toolCalls pieces of tool calls, told apart by their index
 * @param extra further members
 * @since 0.1.0
 */
public record Delta(@Nullable String role, @Nullable String content, @Nullable String reasoningContent,
		List<ThinkingBlock> thinkingBlocks, List<ToolCall> toolCalls,
		Map<String, @Nullable Object> extra) implements Json.Writable {

	private static final Delta EMPTY = new Delta(null, null, null, List.of(), List.of(), Map.of());

	public Delta {
		thinkingBlocks = List.copyOf(thinkingBlocks);
		toolCalls = List.copyOf(toolCalls);
		extra = Fields.copy(extra);
	}

	public static Delta empty() {
		return EMPTY;
	}

	public static Delta ofContent(String content) {
		return new Delta(null, content, null, List.of(), List.of(), Map.of());
	}

	public static Delta ofRole(String role) {
		return new Delta(role, null, null, List.of(), List.of(), Map.of());
	}

	public static Delta ofReasoning(String text) {
		return new Delta(null, null, text, List.of(), List.of(), Map.of());
	}

	/**
	 * A piece of signed reasoning.
	 * @param block the piece
	 * @return the delta, with the piece's text as reasoning too
	 */
	public static Delta ofThinking(ThinkingBlock block) {
		String text = block.thinking();
		return new Delta(null, null, (text == null || text.isEmpty()) ? null : text, List.of(block), List.of(),
				Map.of());
	}

	/**
	 * A call of a tool, or a piece of one.
	 * @param call the call, with its place among the calls
	 * @return the delta
	 */
	public static Delta ofToolCall(ToolCall call) {
		return new Delta(null, null, null, List.of(), List.of(call), Map.of());
	}

	/**
	 * Return whether this adds something that a caller can see.
	 * @return false for an opening role or an empty piece
	 */
	public boolean hasContent() {
		return (this.content != null && !this.content.isEmpty())
				|| (this.reasoningContent != null && !this.reasoningContent.isEmpty()) || !this.toolCalls.isEmpty()
				|| !this.thinkingBlocks.isEmpty() || !this.extra.isEmpty();
	}

	@Override
	public void writeTo(JsonGenerator generator) {
		generator.writeStartObject();
		Fields.writeText(generator, "role", this.role);
		Fields.writeText(generator, "content", this.content);
		Fields.writeText(generator, "reasoning_content", this.reasoningContent);
		Fields.writeList(generator, "thinking_blocks", this.thinkingBlocks);
		Fields.writeList(generator, "tool_calls", this.toolCalls);
		Fields.write(generator, this.extra);
		generator.writeEndObject();
	}

}
