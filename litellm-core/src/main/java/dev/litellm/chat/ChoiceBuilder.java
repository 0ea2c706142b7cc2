package dev.litellm.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Rebuilder of one choice from its deltas.
 */
final class ChoiceBuilder {

	private @Nullable String role;

	private final StringBuilder content = new StringBuilder();

	private final StringBuilder reasoning = new StringBuilder();

	private final List<ThinkingBlock> thinking = new ArrayList<>();

	private final Map<Integer, ToolCallBuilder> toolCalls = new TreeMap<>();

	private @Nullable String finishReason;

	private @Nullable String nativeFinishReason;

	private final JoinedMembers messageExtra = JoinedMembers.ofDeltas();

	private final JoinedMembers choiceExtra = JoinedMembers.ofChoices();

	void add(ChunkChoice choice) {
		Delta delta = choice.delta();
		this.role = (this.role != null) ? this.role : delta.role();
		if (delta.content() != null) {
			this.content.append(delta.content());
		}
		if (delta.reasoningContent() != null) {
			this.reasoning.append(delta.reasoningContent());
		}
		delta.thinkingBlocks().forEach(this::addThinking);
		delta.toolCalls().forEach(this::addToolCall);
		this.messageExtra.add(delta.extra());
		if (choice.finishReason() != null) {
			this.finishReason = choice.finishReason();
			this.nativeFinishReason = choice.nativeFinishReason();
		}
		this.choiceExtra.add(choice.extra());
	}

	private void addToolCall(ToolCall piece) {
		int index = (piece.index() != null) ? piece.index() : indexOf(piece);
		this.toolCalls.computeIfAbsent(index, (key) -> new ToolCallBuilder()).add(piece);
	}

	private int indexOf(ToolCall piece) {
		int next = this.toolCalls.size();
		if (piece.id() == null) {
			return Math.max(0, next - 1);
		}
		for (Map.Entry<Integer, ToolCallBuilder> call : this.toolCalls.entrySet()) {
			if (piece.id().equals(call.getValue().id)) {
				return call.getKey();
			}
		}
		return next;
	}

	private void addThinking(ThinkingBlock block) {
		ThinkingBlock last = this.thinking.isEmpty() ? null : this.thinking.get(this.thinking.size() - 1);
		if (last == null || last.signature() != null || !last.type().equals(block.type())
				|| !"thinking".equals(block.type())) {
			this.thinking.add(block);
			return;
		}
		String text = ((last.thinking() != null) ? last.thinking() : "")
				+ ((block.thinking() != null) ? block.thinking() : "");
		this.thinking.set(this.thinking.size() - 1,
				new ThinkingBlock("thinking", text, block.signature(), last.extra()));
	}

	Choice build(int index) {
		List<ToolCall> calls = this.toolCalls.values().stream().map(ToolCallBuilder::build).toList();
		Message message = new Message((this.role != null) ? this.role : "assistant",
				(this.content.isEmpty() && !calls.isEmpty()) ? null : this.content.toString(), List.of(),
				this.reasoning.isEmpty() ? null : this.reasoning.toString(), this.thinking, calls, null, null,
				this.messageExtra.toMap());
		return new Choice(index, message, this.finishReason, this.nativeFinishReason, this.choiceExtra.toMap());
	}

	/**
	 * Rebuilder of one tool call from its pieces.
	 */
	private static final class ToolCallBuilder {

		private @Nullable String id;

		private @Nullable String type;

		private @Nullable String name;

		private final StringBuilder arguments = new StringBuilder();

		private final JoinedMembers extra = JoinedMembers.ofDeltas();

		void add(ToolCall piece) {
			this.id = (this.id != null) ? this.id : piece.id();
			this.type = (this.type != null) ? this.type : piece.type();
			this.name = (this.name != null) ? this.name : piece.name();
			if (piece.arguments() != null) {
				this.arguments.append(piece.arguments());
			}
			this.extra.add(piece.extra());
		}

		ToolCall build() {
			return new ToolCall(null, this.id, (this.type != null) ? this.type : "function", this.name,
					this.arguments.toString(), this.extra.toMap());
		}

	}

}
