package dev.litellm.dialect.openai;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChunkChoice;
import dev.litellm.chat.Delta;
import dev.litellm.chat.FinishReason;
import dev.litellm.chat.ToolCall;
import dev.litellm.chat.Usage;
import dev.litellm.dialect.ThinkTags;

/**
 * The chunks of one stream brought into OpenAI's shape, as {@link Answers} does with a
 * whole answer.
 */
final class ChunkAnswers {

	private final BitSet callsTools = new BitSet();

	private final Map<Integer, ThinkTags> tags = new HashMap<>(2);

	ChatChunk of(ChatChunk chunk) {
		List<ChunkChoice> choices = chunk.choices();
		Usage usage = Answers.usage(chunk.usage(), chunk.extra(),
				choices.isEmpty() ? Map.of() : choices.get(0).extra());
		List<ChunkChoice> changed = choices;
		for (int i = 0; i < choices.size(); i++) {
			ChunkChoice choice = of(choices.get(i));
			if (choice != choices.get(i)) {
				if (changed == choices) {
					changed = new ArrayList<>(choices);
				}
				changed.set(i, choice);
			}
		}
		return (changed == choices && usage == chunk.usage()) ? chunk
				: new ChatChunk(chunk.id(), chunk.created(), chunk.model(), changed, usage, chunk.extra());
	}

	private ChunkChoice of(ChunkChoice choice) {
		Delta delta = choice.delta();
		if (!delta.toolCalls().isEmpty()) {
			this.callsTools.set(choice.index());
		}
		Delta changed = texts(typed(delta), choice);
		boolean tools = choice.finishReason() != null && Answers.isPlain(choice.finishReason())
				&& this.callsTools.get(choice.index());
		return (changed == delta && !tools) ? choice : new ChunkChoice(choice.index(), changed,
				tools ? FinishReason.TOOL_CALLS : choice.finishReason(), choice.nativeFinishReason(), choice.extra());
	}

	private static Delta typed(Delta delta) {
		for (ToolCall call : delta.toolCalls()) {
			if (call.type() == null && call.name() != null) {
				List<ToolCall> calls = delta.toolCalls()
					.stream()
					.map((piece) -> (piece.name() != null) ? Answers.typed(piece) : piece)
					.toList();
				return new Delta(delta.role(), delta.content(), delta.reasoningContent(), delta.thinkingBlocks(), calls,
						delta.extra());
			}
		}
		return delta;
	}

	private Delta texts(Delta delta, ChunkChoice choice) {
		ThinkTags.Split split = null;
		if (delta.content() != null && delta.reasoningContent() == null) {
			split = this.tags.computeIfAbsent(choice.index(), (index) -> new ThinkTags()).next(delta.content());
		}
		ThinkTags held = (choice.finishReason() != null) ? this.tags.get(choice.index()) : null;
		ThinkTags.Split rest = (held != null) ? held.end() : ThinkTags.Split.NONE;
		if (split == null && rest.isEmpty()) {
			return delta;
		}
		return with(delta, (split != null) ? split : new ThinkTags.Split(orEmpty(delta.content()), ""), rest);
	}

	private static Delta with(Delta delta, ThinkTags.Split split, ThinkTags.Split rest) {
		String content = split.content() + rest.content();
		String reasoning = orEmpty(delta.reasoningContent()) + split.reasoning() + rest.reasoning();
		return new Delta(delta.role(), content.isEmpty() ? null : content, reasoning.isEmpty() ? null : reasoning,
				delta.thinkingBlocks(), delta.toolCalls(), delta.extra());
	}

	private static String orEmpty(@Nullable String text) {
		return (text != null) ? text : "";
	}

	/**
	 * Give out what is still held back at the end of the stream.
	 * @param out takes the chunk
	 */
	void end(Consumer<ChatChunk> out) {
		this.tags.forEach((index, held) -> {
			ThinkTags.Split rest = held.end();
			if (!rest.isEmpty()) {
				ChunkChoice choice = new ChunkChoice(index, with(Delta.empty(), rest, ThinkTags.Split.NONE), null, null,
						Map.of());
				out.accept(new ChatChunk(null, 0, null, List.of(choice), null, Map.of()));
			}
		});
	}

}
