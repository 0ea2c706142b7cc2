package dev.litellm.dialect.sagemaker;

import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatRequest;
import dev.litellm.dialect.ChatDialect;
import dev.litellm.dialect.Dialect;
import dev.litellm.dialect.Operation;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.aws.AwsErrors;
import dev.litellm.dialect.aws.EventStreamCodec;
import dev.litellm.dialect.openai.ChatEnvelope;
import dev.litellm.dialect.openai.OpenAiDialect;
import dev.litellm.dialect.prompt.PromptDialect;
import dev.litellm.provider.ModelTable;
import dev.litellm.transport.WireRequest;

/**
 * Endpoints of Amazon SageMaker: OpenAI's format, or that of Hugging Face's
 * text-generation-inference.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_runtime_InvokeEndpoint.html">InvokeEndpoint</a>
 */
public final class SageMakerDialect extends ChatDialect {

	/** An endpoint is one model, and Nova's do not want to be told which. */
	private static final ChatEnvelope UNNAMED = new ChatEnvelope() {

		@Override
		public WireRequest put(ChatRequest asked, Map<String, @Nullable Object> body, Map<String, String> headers,
				Target target, boolean stream) {
			body.remove("model");
			return ChatEnvelope.super.put(asked, body, headers, target, stream);
		}

	};

	private SageMakerDialect(String name, AwsErrors errors, Dialect inner) {
		super(name, errors::of, new EventStreamCodec(Objects.requireNonNull(inner.codec(Operation.CHAT)), (request) -> {
		}, SageMakerDialect::put, (decoder) -> new PayloadOpener(decoder, errors)));
	}

	/**
	 * Return the dialect of endpoints that are told a model.
	 * @param clock tells now where an answer has no date
	 * @return the dialect
	 */
	public static SageMakerDialect chat(Clock clock) {
		return new SageMakerDialect("sagemaker_chat", new AwsErrors(clock), new OpenAiDialect(clock));
	}

	/**
	 * Return the dialect of endpoints of Nova, which are told none.
	 * @param clock tells now where an answer has no date
	 * @return the dialect
	 */
	public static SageMakerDialect nova(Clock clock) {
		return new SageMakerDialect("sagemaker_nova", new AwsErrors(clock), new OpenAiDialect(clock, UNNAMED));
	}

	/**
	 * Return the dialect of endpoints that take a prompt and give a text.
	 * @param clock tells when an answer was made
	 * @param models how models want their prompts
	 * @return the dialect
	 */
	public static SageMakerDialect text(Clock clock, ModelTable models) {
		return new SageMakerDialect("sagemaker", new AwsErrors(clock), PromptDialect.tgi(clock, models));
	}

	private static WireRequest put(WireRequest request, Target target, boolean stream) {
		URI uri = URI.create(endpoint(target, target.provider().options().text("sagemaker-base-url"))
				+ (stream ? "-response-stream" : ""));
		WireRequest sent = request.at(uri);
		String component = target.provider().options().text("model-id");
		return (component != null) ? sent.withHeader("X-Amzn-SageMaker-Inference-Component", component) : sent;
	}

	private static String endpoint(Target target, @Nullable String whole) {
		return (whole != null) ? whole : target.baseUrl() + "/endpoints/" + target.encodedModel() + "/invocations";
	}

}
