package dev.litellm.dialect.gemini;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.Values;

/**
 * A call whose arguments come piece by piece, each with the path of the value that it
 * belongs to.
 */
final class PartialCall {

	/** How many items of a list may be told by nothing but their place. */
	private static final int MOST_MISSING = 100;

	private FunctionCall begun;

	private final Map<String, @Nullable Object> arguments = new Members();

	PartialCall(FunctionCall begun) {
		this.begun = begun;
	}

	/**
	 * Return whether a piece begins another call.
	 * @param next the piece
	 * @return true if this call is over, although nothing has told it
	 */
	boolean isOver(FunctionCall next) {
		return next.name() != null && !next.name().isEmpty()
				&& (next.pieces() == null || !next.name().equals(this.begun.name()));
	}

	void add(FunctionCall more) {
		this.begun = (this.begun.signature() != null) ? this.begun : this.begun.signed(more.signature());
		for (FunctionCall.Piece piece : (more.pieces() != null) ? more.pieces() : List.<FunctionCall.Piece>of()) {
			put(piece.path(), piece.value());
		}
	}

	private void put(String path, @Nullable Object value) {
		List<Object> steps = ArgumentPath.read(path);
		int last = steps.size() - 1;
		Object at = this.arguments;
		for (int i = 0; i < last; i++) {
			Object inner = inner(get(at, steps.get(i)), steps.get(i + 1));
			set(at, steps.get(i), inner, path);
			at = inner;
		}
		set(at, steps.get(last), joined(get(at, steps.get(last)), value), path);
	}

	private static Object inner(@Nullable Object found, Object step) {
		if (step instanceof Integer) {
			return (found instanceof List<?>) ? found : new ArrayList<>();
		}
		return (found instanceof Map<?, ?>) ? found : new Members();
	}

	private static @Nullable Object get(Object at, Object step) {
		if (step instanceof Integer place) {
			List<?> items = Values.items(at);
			return (place < items.size()) ? items.get(place) : null;
		}
		return Values.fields(at).get(step);
	}

	@SuppressWarnings("unchecked")
	private static void set(Object at, Object step, @Nullable Object value, String path) {
		if (!(step instanceof Integer place)) {
			((Map<String, @Nullable Object>) at).put((String) step, value);
			return;
		}
		List<@Nullable Object> items = (List<@Nullable Object>) at;
		if (place > items.size() + MOST_MISSING) {
			throw ArgumentPath.invalid(path);
		}
		while (items.size() <= place) {
			items.add(null);
		}
		items.set(place, value);
	}

	/** What is empty, as the end of a text may be, takes nothing away. */
	private static @Nullable Object joined(@Nullable Object before, @Nullable Object more) {
		if (before instanceof String text && more instanceof String rest) {
			return text + rest;
		}
		boolean nothing = more == null || more.equals("");
		return (nothing && before != null) ? before : more;
	}

	FunctionCall whole() {
		return new FunctionCall(this.begun.id(), this.begun.name(), Json.text(this.arguments), null, false,
				this.begun.signature());
	}

}
