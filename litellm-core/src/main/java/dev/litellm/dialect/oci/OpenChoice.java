package dev.litellm.dialect.oci;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.Delta;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.ToolCalls;

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
	 * @param said the piece of the message
	 * @return the piece in OpenAI's shape
	 */
	Delta generic(Said said) {
		this.repeated = false;
		return delta(said.text(), said.reasoning(), pieces(said), said.more());
	}

	/**
	 * Return what a message of the format {@code COHEREV2} adds.
	 * @param said the piece of the message
	 * @param last whether it is the last one, which may tell the whole answer once more
	 * @return the piece in OpenAI's shape
	 */
	Delta cohereV2(Said said, boolean last) {
		this.repeated = true;
		String text = (said.text() != null) ? said.text() : "";
		boolean again = last && this.begun;
		if (again && !this.said.isEmpty() && text.startsWith(this.said.toString())) {
			text = text.substring(this.said.length());
		}
		this.said.append(text);
		List<ToolCall> pieces = (again && this.calls > 0) ? List.of() : pieces(said);
		return delta(text, again ? null : said.reasoning(), pieces, said.more());
	}

	private List<ToolCall> pieces(Said said) {
		List<ToolCall> pieces = new ArrayList<>(said.calls().size());
		said.calls().forEach((call) -> pieces.add(piece(call)));
		return pieces;
	}

	/** Pieces of a call that follow its first have no id; some have it again. */
	private ToolCall piece(Called piece) {
		String id = piece.id();
		String text = (piece.arguments() != null) ? piece.arguments() : "";
		if (this.call == null || (id != null && !id.equals(this.call)) || (id == null && !piece.name().isEmpty())) {
			this.call = Objects.requireNonNullElseGet(id, ToolCalls::newId);
			return new ToolCall(this.calls++, this.call, "function", piece.name(), text, Map.of());
		}
		return new ToolCall(this.calls - 1, null, "function", null, text, Map.of());
	}

	/**
	 * Return what an event of the format {@code COHERE} adds; the last one tells the
	 * whole answer once more.
	 * @param said the piece of the message
	 * @param last whether it is the last one
	 * @return the piece in OpenAI's shape
	 */
	Delta cohere(Said said, boolean last) {
		this.repeated = true;
		String text = (said.text() != null) ? said.text() : "";
		if (last && !this.said.isEmpty()) {
			text = text.startsWith(this.said.toString()) ? text.substring(this.said.length()) : "";
		}
		this.said.append(text);
		List<ToolCall> whole = new ArrayList<>(said.calls().size());
		if (!last || this.calls == 0) {
			said.calls().forEach((call) -> whole.add(call.whole(this.calls++)));
		}
		return delta(text, null, whole, last ? said.more() : Map.of());
	}

	private Delta delta(@Nullable String text, @Nullable String reasoning, List<ToolCall> calls,
			Map<String, @Nullable Object> more) {
		String role = this.begun ? null : "assistant";
		this.begun = true;
		return new Delta(role, (text == null || text.isEmpty()) ? null : text,
				(reasoning == null || reasoning.isEmpty()) ? null : reasoning, List.of(), calls, more);
	}

}
