package dev.litellm.dialect.sagemaker;

import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.LlmRequest;
import dev.litellm.call.LlmResponse;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Dialect;
import dev.litellm.dialect.Operation;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.aws.AwsErrors;
import dev.litellm.dialect.aws.Body;
import dev.litellm.dialect.aws.EventStreamCodec;
import dev.litellm.dialect.openai.OpenAiDialect;
import dev.litellm.dialect.prompt.PromptDialect;
import dev.litellm.error.Failure;
import dev.litellm.provider.ModelTable;
import dev.litellm.transport.WireReply;
import dev.litellm.transport.WireRequest;

/**
 * Endpoints of Amazon SageMaker: OpenAI's format, or that of Hugging Face's
 * text-generation-inference.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_runtime_InvokeEndpoint.html">InvokeEndpoint</a>
 */
public final class SageMakerDialect implements Dialect {

	private final String name;

	private final AwsErrors errors;

	private final EventStreamCodec chat;

	private SageMakerDialect(String name, Clock clock, Dialect inner, Set<String> without) {
		this.name = name;
		this.errors = new AwsErrors(clock);
		this.chat = new EventStreamCodec(Objects.requireNonNull(inner.codec(Operation.CHAT)), (request) -> {
		}, (request, target, stream) -> put(request, target, stream, without),
				(decoder) -> new PayloadOpener(decoder, this.errors));
	}

	/**
	 * Return the dialect of endpoints that are told a model.
	 * @param clock tells now where an answer has no date
	 * @return the dialect
	 */
	public static SageMakerDialect chat(Clock clock) {
		return new SageMakerDialect("sagemaker_chat", clock, new OpenAiDialect(clock), Set.of());
	}

	/**
	 * Return the dialect of endpoints of Nova, which are told none.
	 * @param clock tells now where an answer has no date
	 * @return the dialect
	 */
	public static SageMakerDialect nova(Clock clock) {
		return new SageMakerDialect("sagemaker_nova", clock, new OpenAiDialect(clock), Set.of("model"));
	}

	/**
	 * Return the dialect of endpoints that take a prompt and give a text.
	 * @param clock tells when an answer was made
	 * @param models how models want their prompts
	 * @return the dialect
	 */
	public static SageMakerDialect text(Clock clock, ModelTable models) {
		return new SageMakerDialect("sagemaker", clock, PromptDialect.tgi(clock, models), Set.of());
	}

	private static WireRequest put(WireRequest request, Target target, boolean stream, Set<String> without) {
		byte[] body = without.isEmpty() ? request.body() : Body.of(request.body(), without, (generator, taken) -> {
		}).bytes();
		URI uri = URI.create(endpoint(target, target.provider().options().text("sagemaker-base-url"))
				+ (stream ? "-response-stream" : ""));
		WireRequest sent = new WireRequest(request.method(), uri, request.headers(), body);
		String component = target.provider().options().text("model-id");
		return (component != null) ? sent.withHeader("X-Amzn-SageMaker-Inference-Component", component) : sent;
	}

	private static String endpoint(Target target, @Nullable String whole) {
		return (whole != null) ? whole : target.baseUrl() + "/endpoints/" + target.encodedModel() + "/invocations";
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
