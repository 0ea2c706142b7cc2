package dev.litellm.dialect.oci;

import java.time.Clock;
import java.util.Map;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatRequest;
import dev.litellm.dialect.ChatDialect;
import dev.litellm.dialect.Target;

/**
 * The chats of Oracle Cloud's Generative AI, whose models take one of three formats:
 * {@code GENERIC}, {@code COHERE} or {@code COHEREV2}. Answers tell which one they are
 * of.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.oracle.com/en-us/iaas/api/#/en/generative-ai-inference/20231130/ChatResult/Chat">Chat</a>
 * @see <a href=
 * "https://docs.oracle.com/en-us/iaas/api/#/en/generative-ai-inference/20231130/datatypes/GenericChatRequest">GenericChatRequest</a>
 * @see <a href=
 * "https://docs.oracle.com/en-us/iaas/api/#/en/generative-ai-inference/20231130/datatypes/CohereChatRequest">CohereChatRequest</a>
 * @see <a href=
 * "https://docs.oracle.com/en-us/iaas/api/#/en/generative-ai-inference/20231130/datatypes/CohereChatRequestV2">CohereChatRequestV2</a>
 */
public final class OciDialect extends ChatDialect {

	private OciDialect(String name, OciErrors errors, Clock clock,
			BiFunction<ChatRequest, Target, Map<String, @Nullable Object>> format) {
		super(name, errors::of, new OciCodec(errors, clock, format));
	}

	/**
	 * Create the dialect of models that take the format {@code GENERIC}.
	 * @param clock tells when an answer was made
	 * @return the dialect {@code oci}
	 */
	public static OciDialect generic(Clock clock) {
		return new OciDialect("oci", new OciErrors(clock), clock, GenericRequest::of);
	}

	/**
	 * Create the dialect of models that take the format {@code COHERE}.
	 * @param clock tells when an answer was made
	 * @return the dialect {@code oci-cohere}
	 */
	public static OciDialect cohere(Clock clock) {
		return new OciDialect("oci-cohere", new OciErrors(clock), clock, CohereRequest::of);
	}

	/**
	 * Create the dialect of models that take the format {@code COHEREV2}.
	 * @param clock tells when an answer was made
	 * @return the dialect {@code oci-coherev2}
	 */
	public static OciDialect cohereV2(Clock clock) {
		return new OciDialect("oci-coherev2", new OciErrors(clock), clock, CohereV2Request::of);
	}

}
