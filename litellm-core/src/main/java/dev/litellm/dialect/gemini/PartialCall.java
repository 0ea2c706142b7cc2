package dev.litellm.dialect.gemini;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.json.Members;
import dev.litellm.json.Values;

/**
 * A call whose arguments come piece by piece, each with the path of the value that it
 * belongs to.
 */
final class PartialCall {

	private final Map<?, ?> call;

	private final @Nullable String signature;

	private final Map<String, @Nullable Object> arguments = new Members();

	PartialCall(Map<?, ?> call, @Nullable String signature) {
		this.call = call;
		this.signature = signature;
	}

	void add(Map<?, ?> piece) {
		for (Object item : Values.items(piece.get("partialArgs"))) {
			if (item instanceof Map<?, ?> argument && argument.get("jsonPath") instanceof String path) {
				put(path.replaceFirst("^\\$\\.?", "").split("\\."), value(argument));
			}
		}
	}

	private static @Nullable Object value(Map<?, ?> argument) {
		for (String name : List.of("stringValue", "numberValue", "boolValue")) {
			if (argument.get(name) != null) {
				return argument.get(name);
			}
		}
		return null;
	}

	@SuppressWarnings("unchecked")
	private void put(String[] path, @Nullable Object value) {
		Map<String, @Nullable Object> at = this.arguments;
		for (int i = 0; i < path.length - 1; i++) {
			Object next = at.get(path[i]);
			if (!(next instanceof Map<?, ?>)) {
				next = new Members();
				at.put(path[i], next);
			}
			at = (Map<String, @Nullable Object>) next;
		}
		at.merge(path[path.length - 1], (value != null) ? value : "",
				(before, more) -> (before instanceof String text && more instanceof String rest) ? text + rest : more);
	}

	void complete(Pieces pieces) {
		pieces.addCall((this.call.get("id") instanceof String id) ? id : null,
				(this.call.get("name") instanceof String name) ? name : null, this.arguments, this.signature);
	}

}
