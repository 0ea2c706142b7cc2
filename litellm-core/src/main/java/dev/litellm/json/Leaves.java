package dev.litellm.json;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reader of a few members of an object, however deep they stand, from tokens: of lists on
 * the way the first item counts.
 *
 * @since 0.1.0
 */
public final class Leaves {

	private final Map<String, Leaves> members = new HashMap<>();

	/** Under what its value is told, or null where it is not asked for itself. */
	private @Nullable String path;

	private Leaves() {
	}

	/**
	 * Create a reader.
	 * @param paths the members, a dot between a name and that of what stands within it
	 * @return the reader, which may be used by many threads
	 */
	public static Leaves of(String... paths) {
		Leaves root = new Leaves();
		for (String path : paths) {
			Leaves leaf = root;
			for (String name : path.split("\\.")) {
				leaf = leaf.members.computeIfAbsent(name, (missing) -> new Leaves());
			}
			leaf.path = path;
		}
		return root;
	}

	/**
	 * Read an object.
	 * @param parser stands on the object's start, and after the call on its end
	 * @return the members that are there and not null, by their paths; an object or a
	 * list among them is empty
	 */
	public Map<String, @Nullable Object> read(JsonParser parser) {
		Members found = new Members(4);
		readMembers(parser, found);
		return found;
	}

	private void readMembers(JsonParser parser, Members found) {
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			Leaves member = this.members.get(name);
			if (member != null) {
				member.readValue(parser, found);
			}
			else {
				parser.skipChildren();
			}
		}
	}

	private void readValue(JsonParser parser, Members found) {
		switch (parser.currentToken()) {
			case START_OBJECT -> {
				tell(Map.of(), found);
				readMembers(parser, found);
			}
			case START_ARRAY -> {
				tell(List.of(), found);
				readFirst(parser, found);
			}
			case VALUE_NULL -> {
			}
			default -> tell(Json.read(parser), found);
		}
	}

	private void readFirst(JsonParser parser, Members found) {
		if (parser.nextToken() == JsonToken.END_ARRAY) {
			return;
		}
		readMembers(parser, found);
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			parser.skipChildren();
		}
	}

	private void tell(@Nullable Object value, Members found) {
		if (this.path != null) {
			found.put(this.path, value);
		}
	}

}
