package dev.litellm.dialect.aws;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

import org.springframework.http.HttpHeaders;

import dev.litellm.chat.Usage;
import dev.litellm.json.Tokens;
import dev.litellm.json.Values;

/**
 * What Bedrock's InvokeModel adds to the answers of all makers: the tokens, and whether a
 * guardrail has stepped in.
 *
 * @since 0.1.0
 */
public final class InvokeMembers {

	/** Stands in the last event of a stream. */
	public static final String METRICS = "amazon-bedrock-invocationMetrics";

	/** Tells in answers and events whether a guardrail has {@code INTERVENED}. */
	public static final String GUARDRAIL = "amazon-bedrock-guardrailAction";

	private static final String INPUT = METRICS + ".inputTokenCount";

	private static final String OUTPUT = METRICS + ".outputTokenCount";

	/** The paths of what is read of an answer or an event of any maker's. */
	public static final List<String> PATHS = List.of(METRICS, INPUT, OUTPUT, GUARDRAIL);

	private InvokeMembers() {
	}

	/**
	 * Return the tokens that the headers of a whole answer tell.
	 * @param headers the headers
	 * @return the tokens, or null where they tell none
	 */
	public static @Nullable Usage usage(HttpHeaders headers) {
		String input = headers.getFirst("x-amzn-bedrock-input-token-count");
		String output = headers.getFirst("x-amzn-bedrock-output-token-count");
		try {
			return (input == null || output == null) ? null
					: Usage.of(Long.parseLong(input.strip()), Long.parseLong(output.strip()));
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	/**
	 * Read the tokens that an event tells.
	 * @param parser stands on the value of its {@link #METRICS}, and after the call on
	 * that one's end
	 * @return the tokens, or null where it tells none
	 */
	public static @Nullable Usage usage(JsonParser parser) {
		long input = -1;
		long output = 0;
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			switch (name) {
				case "inputTokenCount" -> input = parser.currentToken().isNumeric() ? Tokens.number(parser) : -1;
				case "outputTokenCount" -> output = Tokens.number(parser);
				default -> parser.skipChildren();
			}
		}
		return (input >= 0) ? Usage.of(input, output) : null;
	}

	/**
	 * Return the tokens that an event tells.
	 * @param told what is read of it, by its {@linkplain #PATHS paths}
	 * @return the tokens, or null where it tells none
	 */
	public static @Nullable Usage counted(Map<?, ?> told) {
		return (told.get(INPUT) instanceof Number input) ? Usage.of(input.longValue(), Values.number(told.get(OUTPUT)))
				: null;
	}

	/**
	 * Return whether a guardrail has put its own words in place of the model's.
	 * @param answer a whole answer or an event
	 * @return true if it has
	 */
	public static boolean isGuarded(Map<?, ?> answer) {
		return "INTERVENED".equals(answer.get(GUARDRAIL));
	}

}
