package dev.litellm.dialect.openai;

import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.litellm.LlmClient;
import dev.litellm.ProviderSpec;
import dev.litellm.error.LlmRateLimitException;
import dev.litellm.json.Json;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of what differs at watsonx, which speaks OpenAI's format otherwise.
 */
class WatsonxTests {

	private final ScriptedLlm llm = ScriptedLlm.start().otherwise(Reply.text("hello"));

	@AfterEach
	void stop() {
		this.llm.close();
	}

	@Test
	void asksInAProjectElseInASpace() {
		assertThat(body((spec) -> spec.option("project-id", "p").option("space-id", "s")))
			.contains("\"model_id\":\"ibm/granite\"", "\"project_id\":\"p\"")
			.doesNotContain("space_id");
		assertThat(body((spec) -> spec.option("space-id", "s"))).contains("\"space_id\":\"s\"")
			.doesNotContain("project_id");
	}

	@Test
	void aDeploymentHasAnAddressOfItsOwnAndNoProject() {
		client((spec) -> spec.option("project-id", "p")).chat("watsonx/deployment/dep 1").user("hi").call().content();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.uri().getRawPath()).isEqualTo("/ml/v1/deployments/dep%201/text/chat");
		assertThat(request.body()).doesNotContain("project_id", "model_id");
	}

	@Test
	void streamsAtAnAddressOfItsOwnOfTheVersionThatIsSet() {
		LlmClient client = client((spec) -> spec.option("api-version", "2025-01-01"));
		assertThat(client.chat("watsonx/ibm/granite").user("hi").stream().content().collectList().block()).isNotEmpty();
		assertThat(this.llm.takeRequest().uri()).hasPath("/ml/v1/text/chat_stream").hasQuery("version=2025-01-01");
		client((spec) -> {
		}).chat("watsonx/ibm/granite").user("hi").call().content();
		assertThat(this.llm.takeRequest().uri()).hasPath("/ml/v1/text/chat").hasQuery("version=2024-03-13");
	}

	@Test
	void aWordThatChoosesToolsIsAnOption() {
		String tools = "\"tools\": [{\"type\": \"function\", \"function\": {\"name\": \"a\"}}], ";
		assertThat(Json.text(Asked.of("watsonx/m").parameters(tools + "\"tool_choice\": \"required\"")))
			.contains("\"tool_choice_option\":\"required\"")
			.doesNotContain("\"tool_choice\":");
		assertThat(Json.text(Asked.of("watsonx/m")
			.parameters(tools + "\"tool_choice\": {\"type\": \"function\", \"function\": {\"name\": \"a\"}}")))
			.contains("\"tool_choice\":{\"type\":\"function\"")
			.doesNotContain("tool_choice_option");
	}

	@Test
	void aSpentQuotaOfTokensIsALimit() {
		try (ScriptedLlm other = ScriptedLlm.start()
			.otherwise(Reply.raw(403, "application/json",
					"{\"errors\":[{\"code\":\"token_quota_reached\",\"message\":\"spent\"}],\"trace\":\"t\",\"status_code\":403}"))) {
			LlmClient client = LlmClient.builder()
				.provider("watsonx", (spec) -> spec.baseUrl(other.url()).option("token", "sk-test"))
				.build();
			assertThatExceptionOfType(LlmRateLimitException.class)
				.isThrownBy(() -> client.chat("watsonx/m").user("hi").maxAttempts(1).call().content())
				.satisfies((ex) -> assertThat(ex.status()).isEqualTo(403));
		}
	}

	private String body(Consumer<ProviderSpec> change) {
		client(change).chat("watsonx/ibm/granite").user("hi").call().content();
		return this.llm.takeRequest().body();
	}

	private LlmClient client(Consumer<ProviderSpec> change) {
		Map<String, String> environment = Map.of("WX_URL", this.llm.url());
		return LlmClient.builder().environment(environment::get).provider("watsonx", (spec) -> {
			spec.option("token", "sk-test");
			change.accept(spec);
		}).build();
	}

}
