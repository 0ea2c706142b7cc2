package dev.litellm.dialect.prompt;

import org.junit.jupiter.api.Test;

import dev.litellm.LlmClient;
import dev.litellm.chat.ChatResponse;
import dev.litellm.dialect.ScriptedTests;
import dev.litellm.dialect.StreamSamples;
import dev.litellm.error.LlmServerException;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WatsonxTextTests extends ScriptedTests {

	private final LlmClient client = LlmClient.builder()
		.environment((name) -> null)
		.provider("watsonx_text",
				(spec) -> spec.baseUrl(this.llm.url()).option("token", "sk-test").option("space-id", "s"))
		.build();

	@Test
	void asksForAGenerationWithTheConversationAsPrompt() {
		this.llm.enqueue(Reply.json("""
				{"model_id": "ibm/granite", "results": [{"generated_text": "Paris", "generated_token_count": 1,
				"input_token_count": 14, "stop_reason": "max_tokens"}]}"""));
		ChatResponse response = this.client.chat("watsonx_text/ibm/granite")
			.system("Be brief.")
			.user("Where?")
			.maxTokens(1)
			.stop("END")
			.call()
			.response();
		assertThat(response.content()).isEqualTo("Paris");
		assertThat(response.choices().get(0).finishReason()).isEqualTo("length");
		assertThat(response.usage().totalTokens()).isEqualTo(15);
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.path()).isEqualTo("/ml/v1/text/generation");
		assertThat(request.text("/input")).isEqualTo("Be brief. Where?");
		assertThat(request.text("/model_id")).isEqualTo("ibm/granite");
		assertThat(request.text("/space_id")).isEqualTo("s");
		assertThat(request.at("/parameters").toString())
			.isEqualTo("{\"max_new_tokens\":1,\"stop_sequences\":[\"END\"]}");
	}

	@Test
	void streamsWithTheTokensAtTheEnd() {
		this.llm.enqueue(Reply.raw(200, "text/event-stream", StreamSamples.of("watsonx_text").with("👋")));
		ChatResponse response = this.client.chat("watsonx_text/deployment/d")
			.user("Where?")
			.stream()
			.response()
			.block();
		assertThat(response.content()).isEqualTo("The Louvre is in Paris 👋");
		assertThat(response.usage().promptTokens()).isEqualTo(14);
		assertThat(response.usage().completionTokens()).isEqualTo(7);
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.path()).isEqualTo("/ml/v1/deployments/d/text/generation_stream");
		assertThat(request.body()).doesNotContain("model_id", "space_id");
	}

	@Test
	void anErrorWithinAStreamIsOne() {
		this.llm.enqueue(Reply.raw(200, "text/event-stream",
				"event: error\ndata: {\"errors\":[{\"code\":\"e\",\"message\":\"broken\"}],\"status_code\":500}\n\n"));
		assertThatExceptionOfType(LlmServerException.class)
			.isThrownBy(
					() -> this.client.chat("watsonx_text/m").user("hi").maxAttempts(1).stream().content().blockLast())
			.withMessageContaining("broken");
	}

}
