package dev.litellm.dialect.openai.responses;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.litellm.json.Json;
import dev.litellm.json.Values;

/**
 * The items that a stream has told one by one, for responses that are not stored and so
 * tell none of them at the end. Not thread-safe.
 */
final class DoneItems {

	private final List<OutputItem> items = new ArrayList<>(2);

	/** The events that told them, since some items go back as they came. */
	private final List<byte[]> events = new ArrayList<>(2);

	void add(OutputItem item, byte[] bytes, int offset, int length) {
		this.items.add(item);
		this.events.add(Arrays.copyOfRange(bytes, offset, offset + length));
	}

	Output output() {
		Output output = new Output(this.items);
		if (output.keeps()) {
			List<@Nullable Object> all = new ArrayList<>(this.events.size());
			this.events.forEach((event) -> all.add(Values.fields(Json.read(event, Set.of("item"))).get("item")));
			output.keep(all);
		}
		return output;
	}

}
