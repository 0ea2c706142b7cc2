package dev.litellm.dialect.gemini;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.json.Json;
import dev.litellm.json.Members;

/**
 * A call whose arguments come piece by piece, each with the path of the value that it
 * belongs to.
 */
final class PartialCall {

	private final FunctionCall begun;

	private final Map<String, @Nullable Object> arguments = new Members();

	PartialCall(FunctionCall begun) {
		this.begun = begun;
	}

	void add(FunctionCall more) {
		for (FunctionCall.Piece piece : (more.pieces() != null) ? more.pieces() : List.<FunctionCall.Piece>of()) {
			put(piece.path().replaceFirst("^\\$\\.?", "").split("\\."), piece.value());
		}
	}

	@SuppressWarnings("unchecked")
	private void put(String[] path, Object value) {
		Map<String, @Nullable Object> at = this.arguments;
		for (int i = 0; i < path.length - 1; i++) {
			Object next = at.get(path[i]);
			if (!(next instanceof Map<?, ?>)) {
				next = new Members();
				at.put(path[i], next);
			}
			at = (Map<String, @Nullable Object>) next;
		}
		at.merge(path[path.length - 1], value,
				(before, more) -> (before instanceof String text && more instanceof String rest) ? text + rest : more);
	}

	FunctionCall whole() {
		return new FunctionCall(this.begun.id(), this.begun.name(), Json.text(this.arguments), null, false,
				this.begun.signature());
	}

}
