package dev.litellm.dialect.langgraph;

import java.time.Clock;

import dev.litellm.dialect.ChatDialect;
import dev.litellm.dialect.openai.OpenAiDialect;

/**
 * Runs of LangGraph's agent server: a model is an assistant, which decides by itself
 * which models and tools it uses.
 *
 * @since 0.1.0
 * @see <a href="https://docs.langchain.com/langsmith/server-api-ref">Agent Server API</a>
 * @see <a href="https://docs.langchain.com/langsmith/streaming">Streaming</a>
 */
public final class LangGraphDialect extends ChatDialect {

	/**
	 * Create the dialect.
	 * @param clock tells when an answer was made
	 */
	public LangGraphDialect(Clock clock) {
		super("langgraph", new OpenAiDialect(clock)::error, new RunCodec(clock));
	}

}
