package dev.litellm.dialect.gemini;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.Delta;
import dev.litellm.chat.ToolCall;

/**
 * A candidate of a stream between its first piece and its end. Not thread-safe.
 */
final class OpenCandidate {

	private final StringBuilder text = new StringBuilder();

	private @Nullable PartialCall call;

	private int calls;

	private int images;

	private boolean begun;

	private boolean finished;

	/** Whether a piece of text may follow that needs no more than to be said. */
	boolean isPlain() {
		return this.begun && !this.finished && this.call == null;
	}

	boolean isFinished() {
		return this.finished;
	}

	boolean isCalling() {
		return this.calls > 0;
	}

	void add(String said) {
		this.text.append(said);
	}

	void finish() {
		this.finished = true;
	}

	/**
	 * Take what an event adds.
	 * @param candidate what it tells
	 * @return what is added in OpenAI's shape, or null where that is nothing
	 */
	@Nullable Delta add(Candidate candidate) {
		Pieces pieces = candidate.pieces();
		List<ToolCall> said = new ArrayList<>(0);
		pieces.calls().forEach((piece) -> add(piece, said));
		if (this.call != null && candidate.reason() != null) {
			complete(this.call, said);
		}
		String more = pieces.text();
		this.text.append(more);
		Map<String, @Nullable Object> extra = candidate.extra(this.text, this.images);
		this.images += pieces.images();
		Delta delta = new Delta(this.begun ? null : "assistant", more.isEmpty() ? null : more, pieces.reasoning(),
				pieces.thinking(), said, extra);
		boolean first = !this.begun;
		this.begun = true;
		return (first || delta.hasContent()) ? delta : null;
	}

	private void add(FunctionCall piece, List<ToolCall> said) {
		if (this.call != null && this.call.isOver(piece)) {
			complete(this.call, said);
		}
		if (this.call == null && !piece.more() && piece.pieces() == null) {
			said.add(piece.toolCall(this.calls++));
			return;
		}
		PartialCall open = (this.call != null) ? this.call : new PartialCall(piece);
		this.call = open;
		open.add(piece);
		if (!piece.more() && piece.pieces() == null) {
			complete(open, said);
		}
	}

	private void complete(PartialCall open, List<ToolCall> said) {
		said.add(open.whole().toolCall(this.calls++));
		this.call = null;
	}

}
