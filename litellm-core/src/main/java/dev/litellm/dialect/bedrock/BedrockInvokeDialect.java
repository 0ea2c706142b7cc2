package dev.litellm.dialect.bedrock;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.dialect.ChatDialect;
import dev.litellm.dialect.Dialect;
import dev.litellm.dialect.Operation;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.anthropic.AnthropicDialect;
import dev.litellm.dialect.aws.AwsErrors;
import dev.litellm.dialect.aws.Body;
import dev.litellm.dialect.aws.EventStreamCodec;
import dev.litellm.dialect.openai.OpenAiDialect;
import dev.litellm.json.Json;
import dev.litellm.json.Values;
import dev.litellm.provider.ModelTable;
import dev.litellm.transport.WireRequest;

/**
 * Amazon Bedrock's InvokeModel, which takes the format of the model's maker: that of
 * Claude, of Nova, or OpenAI's of imported models.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html">InvokeModel</a>
 */
public final class BedrockInvokeDialect extends ChatDialect {

	private static final String BETA = "anthropic-beta";

	/** Members that InvokeModel takes in headers or not at all. */
	private static final Set<String> TAKEN = Set.of("stream", "guardrailConfig", "performanceConfig", "serviceTier",
			"service_tier");

	private static final Set<String> TAKEN_OF_CLAUDE = Set.of("model", "stream", "guardrailConfig", "performanceConfig",
			"serviceTier", "service_tier", "anthropic_beta");

	private BedrockInvokeDialect(String name, AwsErrors errors, Dialect inner, EventStreamCodec.Envelope envelope,
			boolean named) {
		super(name, errors::of, new EventStreamCodec(Objects.requireNonNull(inner.codec(Operation.CHAT)),
				BedrockInvokeDialect::checkAddresses, envelope, (decoder) -> new ChunkOpener(decoder, errors, named)));
	}

	/**
	 * Return the dialect of Claude.
	 * @param clock tells when an answer was made
	 * @param models what models can do
	 * @return the dialect
	 */
	public static BedrockInvokeDialect claude(Clock clock, ModelTable models) {
		return new BedrockInvokeDialect("bedrock_claude", new AwsErrors(clock), new AnthropicDialect(clock, models),
				BedrockInvokeDialect::claude, false);
	}

	/**
	 * Return the dialect of Nova.
	 * @param clock tells when an answer was made
	 * @param models what models can do
	 * @return the dialect
	 */
	public static BedrockInvokeDialect nova(Clock clock, ModelTable models) {
		return new BedrockInvokeDialect("bedrock_nova", new AwsErrors(clock), new BedrockDialect(clock, models),
				BedrockInvokeDialect::plain, true);
	}

	/**
	 * Return the dialect of imported models that speak OpenAI's format.
	 * @param clock tells when an answer was made
	 * @return the dialect
	 */
	public static BedrockInvokeDialect openAi(Clock clock) {
		return new BedrockInvokeDialect("bedrock_openai", new AwsErrors(clock), new OpenAiDialect(clock),
				BedrockInvokeDialect::plain, false);
	}

	/** Bedrock reads no addresses of the web, though makers' own servers do. */
	private static void checkAddresses(ChatRequest request) {
		for (Message message : request.messages()) {
			for (ContentPart part : message.parts()) {
				if (part instanceof ContentPart.Image image && image.url().startsWith("http")) {
					throw Refusal.of("the address of a picture begins with 'http': Bedrock reads no addresses of the"
							+ " web, give a data: URL");
				}
			}
		}
	}

	private static WireRequest plain(WireRequest request, Target target, boolean stream) {
		Body body = Body.of(request.body(), TAKEN, (generator, taken) -> {
		});
		return sent(request, target, stream, body);
	}

	private static WireRequest claude(WireRequest request, Target target, boolean stream) {
		String betas = request.headers().getOrDefault(BETA, "");
		Body body = Body.of(request.body(), TAKEN_OF_CLAUDE, (generator, taken) -> {
			generator.writeStringProperty("anthropic_version", "bedrock-2023-05-31");
			writeBetas(generator, betas, Values.items(taken.get("anthropic_beta")));
		});
		WireRequest sent = sent(request, target, stream, body);
		String own = target.options().headers().get(BETA);
		return (own != null) ? sent.withHeader(BETA, own) : sent.withoutHeader(BETA);
	}

	private static void writeBetas(JsonGenerator generator, String header, Iterable<?> given) {
		Set<Object> betas = new LinkedHashSet<>();
		for (String beta : header.split(",")) {
			if (!beta.isBlank()) {
				betas.add(beta.strip());
			}
		}
		given.forEach(betas::add);
		if (!betas.isEmpty()) {
			generator.writeName("anthropic_beta");
			Json.write(generator, betas.stream().toList());
		}
	}

	private static WireRequest sent(WireRequest request, Target target, boolean stream, Body body) {
		String id = target.provider().options().text("model-id");
		String model = (id != null) ? URLEncoder.encode(id, StandardCharsets.UTF_8) : target.encodedModel();
		URI uri = URI
			.create(target.baseUrl() + "/model/" + model + (stream ? "/invoke-with-response-stream" : "/invoke"));
		WireRequest sent = new WireRequest(request.method(), uri, request.headers(), body.bytes());
		Map<?, ?> guardrail = Values.fields(body.taken().get("guardrailConfig"));
		sent = with(sent, "GuardrailIdentifier", guardrail.get("guardrailIdentifier"));
		sent = with(sent, "GuardrailVersion", guardrail.get("guardrailVersion"));
		sent = with(sent, "Trace", Values.text(guardrail.get("trace"), "").toUpperCase(Locale.ROOT));
		sent = with(sent, "PerformanceConfig-Latency",
				Values.fields(body.taken().get("performanceConfig")).get("latency"));
		Object tier = Values.fields(body.taken().get("serviceTier")).get("type");
		return with(sent, "Service-Tier", (tier != null) ? tier : body.taken().get("service_tier"));
	}

	private static WireRequest with(WireRequest request, String name, @Nullable Object value) {
		return (value == null || value.toString().isEmpty()) ? request
				: request.withHeader("X-Amzn-Bedrock-" + name, value.toString());
	}

}
