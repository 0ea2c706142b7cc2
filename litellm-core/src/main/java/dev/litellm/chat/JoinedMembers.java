package dev.litellm.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import dev.litellm.json.Base64Pieces;
import dev.litellm.json.Members;

/**
 * Members that come with the pieces of an answer, put together: texts that come in pieces
 * are joined, lists grow, objects are put together in turn, and of all else what is told
 * last counts. Not thread-safe.
 */
final class JoinedMembers {

	/** Texts that a delta tells whole, and maybe every delta again. */
	private static final Set<String> WHOLE = Set.of("id", "type", "name", "channel", "format", "model", "object",
			"status");

	/** Texts that grow are builders, lists are array lists, and objects are members. */
	private final Members members = new Members();

	private final Predicate<String> pieces;

	private JoinedMembers(Predicate<String> pieces) {
		this.pieces = pieces;
	}

	static JoinedMembers ofDeltas() {
		return new JoinedMembers((name) -> !WHOLE.contains(name) && !name.endsWith("_id"));
	}

	/**
	 * Members of choices, of which only the text of a completion comes in pieces.
	 * @return no members yet
	 */
	static JoinedMembers ofChoices() {
		return new JoinedMembers("text"::equals);
	}

	void add(Map<String, @Nullable Object> more) {
		if (!more.isEmpty()) {
			more.forEach((name, value) -> add(this.members, name, value));
		}
	}

	@SuppressWarnings("unchecked")
	private void add(Members into, String name, @Nullable Object value) {
		Object present = into.get(name);
		if (value instanceof String text && this.pieces.test(name)) {
			if (present instanceof StringBuilder joined) {
				joined.append(text);
			}
			else {
				into.put(name, new StringBuilder(text));
			}
		}
		else if (value instanceof List<?> items) {
			if (present instanceof ArrayList<?> all) {
				((List<@Nullable Object>) all).addAll(items);
			}
			else {
				into.put(name, new ArrayList<>(items));
			}
		}
		else if (value instanceof Map<?, ?> fields) {
			Members all = (present instanceof Members known) ? known : new Members();
			fields.forEach((key, member) -> add(all, String.valueOf(key), member));
			into.put(name, all);
		}
		else if (value != null && (present == null || !value.equals(""))) {
			into.put(name, value);
		}
	}

	/**
	 * Return the members as far as they have come.
	 * @return members of which a copy is to be made, with sound as one sound
	 */
	Map<String, @Nullable Object> toMap() {
		if (this.members.get("audio") instanceof Members audio && audio.get("data") instanceof StringBuilder data) {
			return new Members(this.members).add("audio",
					new Members(audio).add("data", Base64Pieces.join(data.toString())));
		}
		return this.members;
	}

}
