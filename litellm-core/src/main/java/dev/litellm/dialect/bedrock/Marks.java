package dev.litellm.dialect.bedrock;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.json.Members;
import dev.litellm.json.Values;
import dev.litellm.provider.ModelFacts;

/**
 * Cache points: Bedrock caches what stands before one.
 */
final class Marks {

	static final String CACHE_CONTROL = "cache_control";

	/** What the block is called. */
	static final String POINT = "cachePoint";

	private static final Union PLAIN = new Union(POINT, Map.of("type", "default"));

	private final ModelFacts facts;

	private final List<?> injected;

	Marks(ModelFacts facts, @Nullable Object injected) {
		this.facts = facts;
		this.injected = (injected instanceof List<?> points) ? points : List.of();
	}

	/**
	 * Add a cache point.
	 * @param blocks where to
	 * @param control the {@code cache_control} of the last block, or null for none
	 */
	void after(List<? super Union> blocks, @Nullable Object control) {
		if (control == null || blocks.isEmpty() || this.facts.has("no-cache")) {
			return;
		}
		Object lifetime = this.facts.has("cache-ttl") ? Values.fields(control).get("ttl") : null;
		blocks.add((lifetime == null) ? PLAIN
				: new Union(POINT, new Members(2).add("type", "default").add("ttl", lifetime)));
	}

	void afterTools(List<? super Union> tools) {
		for (Object item : this.injected) {
			if (item instanceof Map<?, ?> point && "tool_config".equals(point.get("location"))) {
				after(tools, control(point));
				return;
			}
		}
	}

	/**
	 * Return the mark of a message, its own or one that is asked for beside.
	 * @param own the message's own, or null
	 * @param role the message's role
	 * @param index its place
	 * @param count how many messages there are
	 * @return the mark, or null
	 */
	@Nullable Object of(@Nullable Object own, String role, int index, int count) {
		for (Object item : (own != null) ? List.of() : this.injected) {
			if (item instanceof Map<?, ?> point && "message".equals(point.get("location"))) {
				int place = (point.get("index") instanceof Number number) ? number.intValue() : Integer.MIN_VALUE;
				boolean here = (place == Integer.MIN_VALUE) ? role.equals(point.get("role"))
						: index == ((place < 0) ? place + count : place);
				if (here) {
					return control(point);
				}
			}
		}
		return own;
	}

	private static Object control(Map<?, ?> point) {
		Object control = point.get("control");
		return (control != null) ? control : Map.of("type", "ephemeral");
	}

}
