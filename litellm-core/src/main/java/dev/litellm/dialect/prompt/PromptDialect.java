package dev.litellm.dialect.prompt;

import java.time.Clock;
import java.util.List;
import java.util.Objects;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.dialect.ChatDialect;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Operation;
import dev.litellm.dialect.RequestForm;
import dev.litellm.dialect.openai.OpenAiDialect;
import dev.litellm.provider.ModelTable;

/**
 * A format that takes one prompt and gives one text.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://platform.openai.com/docs/api-reference/completions">Completions</a>
 * @see <a href="https://docs.mistral.ai/api/endpoint/fim">Fill in the middle</a>
 * @see <a href="https://replicate.com/docs/reference/http">Replicate</a>
 * @see <a href=
 * "https://docs.nvidia.com/deeplearning/triton-inference-server/user-guide/docs/protocol/extension_generate.html">Triton</a>
 * @see <a href="https://docs.nlpcloud.com/#generation">NLP Cloud</a>
 * @see <a href="https://github.com/predibase/lorax">Predibase</a>
 * @see <a href="https://cloud.ibm.com/apidocs/watsonx-ai#text-generation">watsonx</a>
 * @see <a href=
 * "https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters.html">Amazon
 * Bedrock</a>
 */
public final class PromptDialect extends ChatDialect {

	private PromptDialect(String name, Codec<ChatRequest, ChatResponse, ChatChunk> chat, Clock clock) {
		super(name, new OpenAiDialect(clock)::error, chat);
	}

	/**
	 * OpenAI's completions of before the chats, and those that fill in the middle.
	 * @param clock tells when to try again
	 * @param models how models want their prompts
	 * @return the dialect {@code completions}
	 */
	public static PromptDialect completions(Clock clock, ModelTable models) {
		return new PromptDialect("completions",
				Objects.requireNonNull(new OpenAiDialect(clock, new Completions(models)).codec(Operation.CHAT)), clock);
	}

	/**
	 * Replicate's predictions: begun, then streamed or asked for until they have ended.
	 * @param clock tells when an answer was made
	 * @param models how models want their prompts
	 * @return the dialect {@code replicate}
	 */
	public static PromptDialect replicate(Clock clock, ModelTable models) {
		return new PromptDialect("replicate", new ReplicateCodec(clock, models), clock);
	}

	/**
	 * The generate extension of NVIDIA's Triton server, and its inference by tensors.
	 * @param clock tells when an answer was made
	 * @param models how models want their prompts
	 * @return the dialect {@code triton}
	 */
	public static PromptDialect triton(Clock clock, ModelTable models) {
		return new PromptDialect("triton", new TritonCodec(clock, models), clock);
	}

	/**
	 * NLP Cloud's text generation.
	 * @param clock tells when an answer was made
	 * @param models how models want their prompts
	 * @return the dialect {@code nlp_cloud}
	 */
	public static PromptDialect nlpCloud(Clock clock, ModelTable models) {
		return new PromptDialect("nlp_cloud", new NlpCloudCodec(clock, models), clock);
	}

	/**
	 * Predibase's deployments, which are LoRAX servers.
	 * @param clock tells when an answer was made
	 * @param models how models want their prompts
	 * @return the dialect {@code predibase}
	 */
	public static PromptDialect predibase(Clock clock, ModelTable models) {
		return new PromptDialect("predibase", new PredibaseCodec(clock, models), clock);
	}

	/**
	 * The text generation of watsonx, with errors in the shape of its chats.
	 * @param clock tells when an answer was made
	 * @param models how models want their prompts
	 * @return the dialect {@code watsonx_text}
	 */
	public static PromptDialect watsonxText(Clock clock, ModelTable models) {
		return new PromptDialect("watsonx_text", new WatsonxCodec(clock, models), clock);
	}

	/**
	 * Servers of Hugging Face's text-generation-inference, whose address another dialect
	 * knows.
	 * @param clock tells when an answer was made
	 * @param models how models want their prompts
	 * @return the dialect {@code tgi}
	 */
	public static PromptDialect tgi(Clock clock, ModelTable models) {
		return new PromptDialect("tgi", new TgiCodec(clock, models), clock);
	}

	/**
	 * The families of Amazon Bedrock whose models take one prompt, in envelopes that
	 * another dialect makes.
	 * @param clock tells when an answer was made
	 * @param models how models want their prompts
	 * @param form how Bedrock takes requests
	 * @return the dialects, for example {@code bedrock_llama}
	 */
	public static List<PromptDialect> bedrock(Clock clock, ModelTable models, RequestForm form) {
		return Family.ALL.stream()
			.map((family) -> new PromptDialect("bedrock_" + family.name(), new FamilyCodec(family, clock, models, form),
					clock))
			.toList();
	}

}
