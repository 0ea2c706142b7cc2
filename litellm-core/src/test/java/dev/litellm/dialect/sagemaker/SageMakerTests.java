package dev.litellm.dialect.sagemaker;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.litellm.LlmClient;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Message;
import dev.litellm.dialect.ScriptedTests;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for endpoints of SageMaker over real sockets.
 */
class SageMakerTests extends ScriptedTests {

	private final LlmClient client = LlmClient.builder()
		.environment((name) -> null)
		.provider("sagemaker",
				(spec) -> spec.baseUrl(this.llm.url())
					.option("access-key-id", "AKIDEXAMPLE")
					.option("secret-access-key", "sk-test"))
		.build();

	@Test
	void writesALlamasPromptWhereTheEndpointsNameTellsOne() {
		this.llm.otherwise(Reply.json("[{\"generated_text\": \"Paris.\"}]"));
		for (String endpoint : new String[] { "jumpstart-dft-meta-textgeneration-llama-2-7b-chat", "mine" }) {
			ChatResponse response = this.client.chat("sagemaker/" + endpoint)
				.messages(Message.system("Be brief."), Message.user("Where?"))
				.call()
				.response();
			assertThat(response.content()).isEqualTo("Paris.");
		}
		RecordedRequest llama = this.llm.takeRequest();
		assertThat(llama.path()).isEqualTo("/endpoints/jumpstart-dft-meta-textgeneration-llama-2-7b-chat/invocations");
		assertThat(llama.text("/inputs")).isEqualTo("<s>[INST] <<SYS>>\nBe brief.\n<</SYS>>\n\nWhere? [/INST]");
		assertThat(this.llm.takeRequest().text("/inputs")).isEqualTo("Be brief. Where?");
	}

	@ParameterizedTest
	@ValueSource(strings = { "sagemaker", "sagemaker_chat", "sagemaker_nova" })
	void asksAnEndpointByItsNameForOneOfItsComponents(String provider) {
		this.llm.otherwise(Reply.json(provider.equals("sagemaker") ? "[{\"generated_text\": \"Paris.\"}]"
				: "{\"choices\": [{\"index\": 0, \"message\": {\"role\": \"assistant\", \"content\": \"Paris.\"}}]}"));
		LlmClient asking = LlmClient.builder()
			.environment((name) -> null)
			.provider(provider,
					(spec) -> spec.baseUrl(this.llm.url())
						.option("access-key-id", "AKIDEXAMPLE")
						.option("secret-access-key", "sk-test")
						.option("model-id", "component-1"))
			.build();

		assertThat(asking.chat(provider + "/my-endpoint").user("Where?").call().content()).isEqualTo("Paris.");

		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.path()).isEqualTo("/endpoints/my-endpoint/invocations");
		assertThat(request.header("x-amzn-sagemaker-inference-component")).isEqualTo("component-1");
		assertThat(request.header("authorization")).contains("x-amzn-sagemaker-inference-component", "/sagemaker/");
	}

}
