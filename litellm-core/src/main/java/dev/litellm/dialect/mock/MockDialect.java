package dev.litellm.dialect.mock;

import java.time.Clock;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.LlmRequest;
import dev.litellm.call.LlmResponse;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Dialect;
import dev.litellm.dialect.Operation;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.transport.WireReply;

/**
 * Answers that a test has made up, without any network: LiteLLM's {@code mock_response},
 * {@code mock_tool_calls}, {@code mock_delay} and {@code mock_timeout}.
 *
 * @since 0.1.0
 * @see <a href="https://docs.litellm.ai/docs/completion/mock_requests">Mock requests</a>
 */
public final class MockDialect implements Dialect {

	/** The name of the dialect and of the provider that speaks it. */
	public static final String NAME = "mock";

	private final MockChatCodec chat;

	private final MockEmbeddingCodec embeddings = new MockEmbeddingCodec();

	/**
	 * Create the dialect.
	 * @param clock tells when an answer was made
	 */
	public MockDialect(Clock clock) {
		this.chat = new MockChatCodec(clock);
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	@SuppressWarnings("unchecked")
	public <Q extends LlmRequest<Q>, R extends LlmResponse<R>, C> @Nullable Codec<Q, R, C> codec(
			Operation<Q, R, C> operation) {
		if (operation == (Object) Operation.CHAT) {
			return (Codec<Q, R, C>) this.chat;
		}
		return (operation == (Object) Operation.EMBEDDINGS) ? (Codec<Q, R, C>) this.embeddings : null;
	}

	@Override
	public Failure error(WireReply reply) {
		return Failure.of(ErrorKind.ofStatus(reply.status()), reply.text());
	}

}
