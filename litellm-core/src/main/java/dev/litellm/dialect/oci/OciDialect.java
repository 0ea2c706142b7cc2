package dev.litellm.dialect.oci;

import java.time.Clock;
import java.util.Map;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.LlmRequest;
import dev.litellm.call.LlmResponse;
import dev.litellm.chat.ChatRequest;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Dialect;
import dev.litellm.dialect.Operation;
import dev.litellm.dialect.Target;
import dev.litellm.error.Failure;
import dev.litellm.transport.WireReply;

/**
 * The chats of Oracle Cloud's Generative AI, whose models take one of two formats:
 * {@code GENERIC} or {@code COHERE}. Answers tell which one they are of.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.oracle.com/en-us/iaas/api/#/en/generative-ai-inference/20231130/ChatResult/Chat">Chat</a>
 * @see <a href=
 * "https://docs.oracle.com/en-us/iaas/api/#/en/generative-ai-inference/20231130/datatypes/GenericChatRequest">GenericChatRequest</a>
 * @see <a href=
 * "https://docs.oracle.com/en-us/iaas/api/#/en/generative-ai-inference/20231130/datatypes/CohereChatRequest">CohereChatRequest</a>
 */
public final class OciDialect implements Dialect {

	private final String name;

	private final OciErrors errors;

	private final OciCodec chat;

	private OciDialect(String name, Clock clock,
			BiFunction<ChatRequest, Target, Map<String, @Nullable Object>> format) {
		this.name = name;
		this.errors = new OciErrors(clock);
		this.chat = new OciCodec(this.errors, clock, format);
	}

	/**
	 * Create the dialect of models that take the format {@code GENERIC}.
	 * @param clock tells when an answer was made
	 * @return the dialect {@code oci}
	 */
	public static OciDialect generic(Clock clock) {
		return new OciDialect("oci", clock, GenericRequest::of);
	}

	/**
	 * Create the dialect of models that take the format {@code COHERE}.
	 * @param clock tells when an answer was made
	 * @return the dialect {@code oci-cohere}
	 */
	public static OciDialect cohere(Clock clock) {
		return new OciDialect("oci-cohere", clock, CohereRequest::of);
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public <Q extends LlmRequest<Q>, R extends LlmResponse<R>, C> @Nullable Codec<Q, R, C> codec(
			Operation<Q, R, C> operation) {
		return Codec.ofChat(operation, this.chat);
	}

	@Override
	public Failure error(WireReply reply) {
		return this.errors.of(reply);
	}

}
