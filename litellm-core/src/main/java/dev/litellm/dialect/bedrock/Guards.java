package dev.litellm.dialect.bedrock;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.json.Values;

/**
 * What a guardrail looks at: the texts that the caller has marked, else those of the last
 * user turn.
 */
final class Guards {

	private static final String GUARDED = "guardContent";

	private Guards() {
	}

	static Map<String, @Nullable Object> text(String text) {
		return Values.object(GUARDED, Map.of("text", Map.of("text", text)));
	}

	static List<Map<String, @Nullable Object>> guarded(List<Map<String, @Nullable Object>> turns) {
		boolean marked = turns.stream().flatMap((turn) -> blocks(turn).stream()).anyMatch(Guards::isGuarded);
		Map<String, @Nullable Object> last = turns.get(turns.size() - 1);
		if (!marked && "user".equals(last.get("role"))) {
			last.put("content", blocks(last).stream().map(Guards::guard).toList());
		}
		return turns;
	}

	private static List<?> blocks(Map<String, @Nullable Object> turn) {
		return (turn.get("content") instanceof List<?> blocks) ? blocks : List.of();
	}

	private static boolean isGuarded(@Nullable Object block) {
		return block instanceof Map<?, ?> fields && fields.containsKey(GUARDED);
	}

	private static Object guard(Object block) {
		return (block instanceof Map<?, ?> fields && fields.get("text") instanceof String text) ? text(text)
				: new LinkedHashMap<>((Map<?, ?>) block);
	}

}
