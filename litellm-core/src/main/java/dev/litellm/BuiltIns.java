package dev.litellm;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.litellm.auth.AuthScheme;
import dev.litellm.auth.AwsScheme;
import dev.litellm.auth.AzureScheme;
import dev.litellm.auth.ClientCredentials;
import dev.litellm.auth.CopilotTokens;
import dev.litellm.auth.GigaChatTokens;
import dev.litellm.auth.GoogleScheme;
import dev.litellm.auth.IbmIam;
import dev.litellm.auth.OciAuthScheme;
import dev.litellm.auth.SnowflakeTokens;
import dev.litellm.dialect.Dialect;
import dev.litellm.dialect.a2a.A2aDialect;
import dev.litellm.dialect.anthropic.AnthropicDialect;
import dev.litellm.dialect.bedrock.BedrockDialect;
import dev.litellm.dialect.bedrock.BedrockInvokeDialect;
import dev.litellm.dialect.chatgpt.ChatGptDialect;
import dev.litellm.dialect.cohere.CohereDialect;
import dev.litellm.dialect.copilot.CopilotDialect;
import dev.litellm.dialect.gemini.GeminiDialect;
import dev.litellm.dialect.gigachat.GigaChatDialect;
import dev.litellm.dialect.huggingface.HuggingFaceDialect;
import dev.litellm.dialect.langflow.LangflowDialect;
import dev.litellm.dialect.langgraph.LangGraphDialect;
import dev.litellm.dialect.mock.MockDialect;
import dev.litellm.dialect.oci.OciDialect;
import dev.litellm.dialect.ollama.OllamaDialect;
import dev.litellm.dialect.openai.OpenAiDialect;
import dev.litellm.dialect.prompt.PromptDialect;
import dev.litellm.dialect.sagemaker.SageMakerDialect;
import dev.litellm.dialect.sap.SapDialect;
import dev.litellm.dialect.vertex.VertexPredictDialect;
import dev.litellm.provider.ModelTable;

/**
 * The wire formats and the schemes of authorization that the library brings.
 */
final class BuiltIns {

	private BuiltIns() {
	}

	static Map<String, Dialect> dialects(Clock clock) {
		return dialects(clock, ModelTable.builtIn());
	}

	static Map<String, Dialect> dialects(Clock clock, ModelTable models) {
		Map<String, Dialect> dialects = new LinkedHashMap<>();
		List<Dialect> all = new ArrayList<>();
		all.add(new A2aDialect(clock));
		all.add(new AnthropicDialect(clock, models));
		all.add(new BedrockDialect(clock, models));
		all.add(BedrockInvokeDialect.claude(clock, models));
		all.add(BedrockInvokeDialect.cohere(clock));
		all.add(BedrockInvokeDialect.nova(clock, models));
		all.add(BedrockInvokeDialect.openAi(clock));
		all.addAll(BedrockInvokeDialect.prompts(clock, models));
		all.add(new ChatGptDialect(new OpenAiDialect(clock)));
		all.add(new CohereDialect(clock, models));
		all.add(PromptDialect.completions(clock, models));
		all.add(new CopilotDialect(new OpenAiDialect(clock)));
		all.add(new GeminiDialect(clock, models));
		all.add(new GigaChatDialect(clock));
		all.add(new HuggingFaceDialect(clock));
		all.add(new LangflowDialect(clock));
		all.add(new LangGraphDialect(clock));
		all.add(new MockDialect(clock));
		all.add(OciDialect.cohere(clock));
		all.add(OciDialect.cohereV2(clock));
		all.add(OciDialect.generic(clock));
		all.add(PromptDialect.nlpCloud(clock, models));
		all.add(new OllamaDialect(clock, models));
		all.add(new OpenAiDialect(clock));
		all.add(PromptDialect.predibase(clock, models));
		all.add(PromptDialect.replicate(clock, models));
		all.add(SageMakerDialect.chat(clock));
		all.add(SageMakerDialect.nova(clock));
		all.add(SageMakerDialect.text(clock, models));
		all.add(new SapDialect(clock));
		all.add(PromptDialect.triton(clock, models));
		all.add(PromptDialect.watsonxText(clock, models));
		all.add(new VertexPredictDialect(clock));
		all.forEach((dialect) -> dialects.put(dialect.name(), dialect));
		return dialects;
	}

	static Map<String, AuthScheme> schemes() {
		Map<String, AuthScheme> schemes = new LinkedHashMap<>();
		add(schemes, new AwsScheme());
		add(schemes, new AzureScheme());
		add(schemes, new ClientCredentials());
		add(schemes, new CopilotTokens());
		add(schemes, new GigaChatTokens());
		add(schemes, new GoogleScheme());
		add(schemes, new IbmIam());
		add(schemes, new OciAuthScheme());
		add(schemes, new SnowflakeTokens());
		return schemes;
	}

	private static void add(Map<String, AuthScheme> schemes, AuthScheme scheme) {
		schemes.put(scheme.name(), scheme);
	}

}
