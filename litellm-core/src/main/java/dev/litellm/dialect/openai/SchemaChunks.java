package dev.litellm.dialect.openai;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChunkChoice;
import dev.litellm.chat.Delta;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.SchemaTool;

/**
 * The chunks of one stream with the input of the schema's tool as text, piece by piece,
 * as {@link SchemaTools} does with a whole answer.
 */
final class SchemaChunks {

	private final SchemaTool tool;

	private final Map<Integer, Answer> answers = new HashMap<>(2);

	SchemaChunks(SchemaTool tool) {
		this.tool = tool;
	}

	ChatChunk of(ChatChunk chunk) {
		if (!this.tool.active()) {
			return chunk;
		}
		List<ChunkChoice> choices = chunk.choices().stream().map(this::of).toList();
		return new ChatChunk(chunk.id(), chunk.created(), chunk.model(), choices, chunk.usage(), chunk.extra());
	}

	private ChunkChoice of(ChunkChoice choice) {
		Answer answer = this.answers.computeIfAbsent(choice.index(), (index) -> new Answer());
		StringBuilder text = new StringBuilder();
		List<ToolCall> others = new ArrayList<>();
		for (ToolCall call : choice.delta().toolCalls()) {
			if (answer.takes(call, this.tool)) {
				text.append((call.arguments() != null) ? call.arguments() : "");
			}
			else {
				others.add(call);
			}
		}
		answer.others |= !others.isEmpty();
		if (this.tool.wrapped()) {
			answer.held.append(text);
			text.setLength(0);
			if (choice.finishReason() != null && !answer.held.isEmpty()) {
				text.append(this.tool.answerOf(answer.held.toString()));
			}
		}
		return new ChunkChoice(
				choice.index(), delta(choice.delta(), text, others), (answer.call != null)
						? SchemaTools.finish(choice.finishReason(), !answer.others) : choice.finishReason(),
				choice.nativeFinishReason(), choice.extra());
	}

	private static Delta delta(Delta delta, StringBuilder text, List<ToolCall> others) {
		if (text.isEmpty() && others.size() == delta.toolCalls().size()) {
			return delta;
		}
		String content = ((delta.content() != null) ? delta.content() : "") + text;
		return new Delta(delta.role(), content.isEmpty() ? null : content, delta.reasoningContent(),
				delta.thinkingBlocks(), others, delta.extra());
	}

	/**
	 * The answer of one choice.
	 */
	private static final class Answer {

		/** The place of the tool's call among the calls, or null before it. */
		private @Nullable Integer call;

		private boolean others;

		private final StringBuilder held = new StringBuilder();

		boolean takes(ToolCall piece, SchemaTool tool) {
			int place = (piece.index() != null) ? piece.index() : 0;
			if (tool.isAnswer(piece.name())) {
				this.call = place;
			}
			return this.call != null && this.call == place;
		}

	}

}
