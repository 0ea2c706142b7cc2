package dev.litellm.dialect.bedrock;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.dialect.ChatDialect;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Dialect;
import dev.litellm.dialect.Operation;
import dev.litellm.dialect.anthropic.AnthropicDialect;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.aws.AwsErrors;
import dev.litellm.dialect.aws.EventOpener;
import dev.litellm.dialect.aws.EventStreamCodec;
import dev.litellm.dialect.openai.ChatEnvelope;
import dev.litellm.dialect.openai.OpenAiDialect;
import dev.litellm.dialect.prompt.PromptDialect;
import dev.litellm.provider.ModelTable;
import dev.litellm.transport.FrameDecoder;
import dev.litellm.transport.WireRequest;

/**
 * Amazon Bedrock's InvokeModel, which takes the format of the model's maker: that of
 * Claude, of Nova, of Cohere's Command R, one prompt, or OpenAI's.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html">InvokeModel</a>
 * @see <a href=
 * "https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters.html">The
 * makers' formats</a>
 */
public final class BedrockInvokeDialect extends ChatDialect {

	/** For formats whose requests are made in InvokeModel's form. */
	private static final EventStreamCodec.Envelope MADE = (request, target, stream) -> request;

	private static final ChatEnvelope OPENAI = new ChatEnvelope() {

		@Override
		public WireRequest put(ChatRequest asked, Map<String, @Nullable Object> body, Map<String, String> headers,
				Target target, boolean stream) {
			return InvokeEnvelope.make(body, headers, target, stream);
		}

	};

	private BedrockInvokeDialect(String name, AwsErrors errors, Codec<ChatRequest, ChatResponse, ChatChunk> inner,
			EventStreamCodec.Envelope envelope, BiFunction<FrameDecoder<ChatChunk>, AwsErrors, EventOpener> opener) {
		super(name, errors::of, new EventStreamCodec(inner, BedrockInvokeDialect::checkAddresses, envelope,
				(decoder) -> opener.apply(decoder, errors)));
	}

	private static Codec<ChatRequest, ChatResponse, ChatChunk> chat(Dialect inner) {
		return Objects.requireNonNull(inner.codec(Operation.CHAT));
	}

	/**
	 * Return the dialect of Claude.
	 * @param clock tells when an answer was made
	 * @param models what models can do
	 * @return the dialect
	 */
	public static BedrockInvokeDialect claude(Clock clock, ModelTable models) {
		return new BedrockInvokeDialect("bedrock_claude", new AwsErrors(clock),
				chat(new AnthropicDialect(clock, models, ClaudeEnvelope::make)), MADE, ChunkOpener::new);
	}

	/**
	 * Return the dialect of Nova.
	 * @param clock tells when an answer was made
	 * @param models what models can do
	 * @return the dialect
	 */
	public static BedrockInvokeDialect nova(Clock clock, ModelTable models) {
		AwsErrors errors = new AwsErrors(clock);
		return new BedrockInvokeDialect("bedrock_nova", errors,
				new ConverseCodec(errors, clock, models, InvokeEnvelope::make), MADE, NamedOpener::new);
	}

	/**
	 * Return the dialect of Cohere's Command R.
	 * @param clock tells when an answer was made
	 * @return the dialect
	 */
	public static BedrockInvokeDialect cohere(Clock clock) {
		return new BedrockInvokeDialect("bedrock_cohere", new AwsErrors(clock), new CommandCodec(clock), MADE,
				ChunkOpener::new);
	}

	/**
	 * Return the dialect of the models that take OpenAI's format: Jamba, Mistral's later
	 * ones and others, and imported ones.
	 * @param clock tells when an answer was made
	 * @return the dialect
	 */
	public static BedrockInvokeDialect openAi(Clock clock) {
		return new BedrockInvokeDialect("bedrock_openai", new AwsErrors(clock), chat(new OpenAiDialect(clock, OPENAI)),
				new ChatForms(), ChatForms.Opener::new);
	}

	/**
	 * Return the dialects of the families that take one prompt.
	 * @param clock tells when an answer was made
	 * @param models how models want their prompts
	 * @return the dialects, for example {@code bedrock_llama}
	 */
	public static List<BedrockInvokeDialect> prompts(Clock clock, ModelTable models) {
		return PromptDialect.bedrock(clock, models, InvokeEnvelope::make)
			.stream()
			.map((inner) -> new BedrockInvokeDialect(inner.name(), new AwsErrors(clock), chat(inner), MADE,
					ChunkOpener::new))
			.toList();
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

}
