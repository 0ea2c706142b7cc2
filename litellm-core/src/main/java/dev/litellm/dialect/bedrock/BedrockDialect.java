package dev.litellm.dialect.bedrock;

import java.time.Clock;

import dev.litellm.dialect.ChatDialect;
import dev.litellm.dialect.aws.AwsErrors;
import dev.litellm.provider.ModelTable;

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
public final class BedrockDialect extends ChatDialect {

	/**
	 * Create the dialect.
	 * @param clock tells when an answer was made
	 * @param models what models can do
	 */
	public BedrockDialect(Clock clock, ModelTable models) {
		this(new AwsErrors(clock), clock, models);
	}

	private BedrockDialect(AwsErrors errors, Clock clock, ModelTable models) {
		super("bedrock", errors::of, new ConverseCodec(errors, clock, models, ConverseCodec::plain));
	}

}
