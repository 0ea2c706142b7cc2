package dev.litellm.dialect.langflow;

import java.time.Clock;

import dev.litellm.dialect.ChatDialect;
import dev.litellm.dialect.openai.OpenAiDialect;

/**
 * Runs of Langflow's flows: a model is a flow, which decides by itself which models and
 * tools it uses.
 *
 * @since 0.1.0
 * @see <a href="https://docs.langflow.org/api-flows-run">Flow trigger endpoints</a>
 */
public final class LangflowDialect extends ChatDialect {

	/**
	 * Create the dialect.
	 * @param clock tells when an answer was made
	 */
	public LangflowDialect(Clock clock) {
		super("langflow", new OpenAiDialect(clock)::error, new FlowCodec(clock));
	}

}
