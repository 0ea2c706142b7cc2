package dev.litellm.dialect.oci;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.Delta;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.ToolCalls;
import dev.litellm.json.Values;

/**
 * One answer of a stream between its first piece and its end. Not thread-safe.
 */
final class OpenChoice {

	private final StringBuilder said = new StringBuilder();

	private int calls;

	private @Nullable String call;

	private boolean begun;

	/** Whether the last event may tell the whole answer once more. */
	private boolean repeated;

	boolean finished;

	boolean hasCalls() {
		return this.calls > 0;
	}

	/**
	 * Take a piece of text as the format of the events before has it.
	 * @param text the piece
	 */
	void add(String text) {
		if (this.repeated) {
			this.said.append(text);
		}
	}

	/**
	 * Return what a message of the format {@code GENERIC} adds.
	 * @param message the piece of the message
	 * @return the piece in OpenAI's shape
	 */
	Delta generic(Map<?, ?> message) {
		this.repeated = false;
		return delta(AnswerReader.text(message.get("content")), AnswerReader.reasoning(message), pieces(message),
				AnswerReader.more(message));
	}

	/**
	 * Return what a message of the format {@code COHEREV2} adds.
	 * @param message the piece of the message
	 * @param last whether it is the last one, which may tell the whole answer once more
	 * @return the piece in OpenAI's shape
	 */
	Delta cohereV2(Map<?, ?> message, boolean last) {
		this.repeated = true;
		String text = Objects.requireNonNullElse(AnswerReader.text(message.get("content")), "");
		boolean again = last && this.begun;
		if (again && !this.said.isEmpty() && text.startsWith(this.said.toString())) {
			text = text.substring(this.said.length());
		}
		this.said.append(text);
		List<ToolCall> pieces = (again && this.calls > 0) ? List.of() : pieces(message);
		return delta(text, again ? null : AnswerReader.reasoning(message), pieces, AnswerReader.more(message));
	}

	private List<ToolCall> pieces(Map<?, ?> message) {
		List<ToolCall> pieces = new ArrayList<>();
		for (Object item : Values.items(message.get("toolCalls"))) {
			pieces.add(piece(Values.fields(item)));
		}
		return pieces;
	}

	/** Pieces of a call that follow its first have no id; some have it again. */
	private ToolCall piece(Map<?, ?> piece) {
		String id = Values.text(piece.get("id"));
		Map<?, ?> function = AnswerReader.function(piece);
		String name = Values.text(function.get("name"), "");
		if (this.call == null || (id != null && !id.equals(this.call)) || (id == null && !name.isEmpty())) {
			this.call = Objects.requireNonNullElseGet(id, ToolCalls::newId);
			return new ToolCall(this.calls++, this.call, "function", name, text(function), Map.of());
		}
		return new ToolCall(this.calls - 1, null, "function", null, text(function), Map.of());
	}

	private static String text(Map<?, ?> piece) {
		return (piece.get("arguments") != null) ? AnswerReader.arguments(piece) : "";
	}

	/**
	 * Return what an event of the format {@code COHERE} adds; the last one tells the
	 * whole answer once more.
	 * @param event the event
	 * @return the piece in OpenAI's shape
	 */
	Delta cohere(Map<?, ?> event) {
		this.repeated = true;
		String text = Values.text(event.get("text"), "");
		boolean last = event.get("finishReason") != null;
		if (last && !this.said.isEmpty()) {
			text = text.startsWith(this.said.toString()) ? text.substring(this.said.length()) : "";
		}
		this.said.append(text);
		List<ToolCall> whole = new ArrayList<>();
		if (!last || this.calls == 0) {
			for (Object item : Values.items(event.get("toolCalls"))) {
				ToolCall call = AnswerReader.call(Values.fields(item));
				whole.add(new ToolCall(this.calls++, call.id(), "function", call.name(), call.arguments(), Map.of()));
			}
		}
		return delta(text, null, whole, last ? AnswerReader.more(event) : Map.of());
	}

	private Delta delta(@Nullable String text, @Nullable String reasoning, List<ToolCall> calls,
			Map<String, @Nullable Object> more) {
		String role = this.begun ? null : "assistant";
		this.begun = true;
		return new Delta(role, (text == null || text.isEmpty()) ? null : text,
				(reasoning == null || reasoning.isEmpty()) ? null : reasoning, List.of(), calls, more);
	}

}
