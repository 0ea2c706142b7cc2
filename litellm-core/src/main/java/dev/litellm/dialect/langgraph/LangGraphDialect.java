package dev.litellm.dialect.langgraph;

import java.time.Clock;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.LlmRequest;
import dev.litellm.call.LlmResponse;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Dialect;
import dev.litellm.dialect.Operation;
import dev.litellm.dialect.openai.OpenAiDialect;
import dev.litellm.error.Failure;
import dev.litellm.transport.WireReply;

/**
 * Runs of LangGraph's agent server: a model is an assistant, which decides by itself
 * which models and tools it uses.
 *
 * @since 0.1.0
 * @see <a href="https://docs.langchain.com/langsmith/server-api-ref">Agent Server API</a>
 * @see <a href="https://docs.langchain.com/langsmith/streaming">Streaming</a>
 */
public final class LangGraphDialect implements Dialect {

	private final OpenAiDialect errors;

	private final RunCodec chat;

	/**
	 * Create the dialect.
	 * @param clock tells when an answer was made
	 */
	public LangGraphDialect(Clock clock) {
		this.errors = new OpenAiDialect(clock);
		this.chat = new RunCodec(clock);
	}

	@Override
	public String name() {
		return "langgraph";
	}

	@Override
	public <Q extends LlmRequest<Q>, R extends LlmResponse<R>, C> @Nullable Codec<Q, R, C> codec(
			Operation<Q, R, C> operation) {
		return Codec.ofChat(operation, this.chat);
	}

	@Override
	public Failure error(WireReply reply) {
		return this.errors.error(reply);
	}

}
