package dev.litellm.dialect.bedrock;

import java.time.Clock;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.LlmRequest;
import dev.litellm.call.LlmResponse;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Dialect;
import dev.litellm.dialect.Operation;
import dev.litellm.dialect.aws.AwsErrors;
import dev.litellm.error.Failure;
import dev.litellm.provider.ModelTable;
import dev.litellm.transport.WireReply;

/**
 * Amazon Bedrock's Converse format, one for the models of all makers.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html">Converse</a>
 * @see <a href=
 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ConverseStream.html">ConverseStream</a>
 * @see <a href=
 * "https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-supported-models-features.html">What
 * models can do</a>
 */
public final class BedrockDialect implements Dialect {

	private final AwsErrors errors;

	private final ConverseCodec chat;

	/**
	 * Create the dialect.
	 * @param clock tells when an answer was made
	 * @param models what models can do
	 */
	public BedrockDialect(Clock clock, ModelTable models) {
		this.errors = new AwsErrors(clock);
		this.chat = new ConverseCodec(this.errors, clock, models);
	}

	@Override
	public String name() {
		return "bedrock";
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
