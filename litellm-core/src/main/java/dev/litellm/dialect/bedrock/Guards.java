package dev.litellm.dialect.bedrock;

import java.util.List;

/**
 * What a guardrail looks at: the texts that the caller has marked, else those of the last
 * user turn.
 */
final class Guards {

	private static final String GUARDED = "guardContent";

	private Guards() {
	}

	static Union text(String text) {
		return new Union(GUARDED, new Union(Union.TEXT, Union.text(text)));
	}

	static List<Turn> guarded(List<Turn> turns) {
		Turn last = turns.get(turns.size() - 1);
		if (last.role().equals("user") && turns.stream().noneMatch((turn) -> Turn.holds(turn.content(), GUARDED))) {
			last.content().replaceAll((block) -> (block.value() instanceof String text) ? text(text) : block);
		}
		return turns;
	}

}
