package dev.litellm.auth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;

import dev.litellm.LlmClient;
import dev.litellm.ProviderSpec;
import dev.litellm.error.LlmAuthenticationException;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CopilotTokensTests {

	private static final String TOKEN = "/copilot_internal/v2/token";

	private final ScriptedLlm llm = ScriptedLlm.start().otherwise(Reply.text("hello"));

	@AfterEach
	void stop() {
		this.llm.close();
	}

	@Test
	void exchangesALoginForATokenOnceForAllCalls() {
		token("{\"token\":\"tid=one\",\"refresh_in\":1500,\"endpoints\":{\"api\":\"" + this.llm.url() + "/told\"}}");
		LlmClient client = client((spec) -> spec.apiKey("sk-test"));
		Flux.range(0, 8).flatMap((call) -> client.chat("github_copilot/gpt-4o").user("hi").callMono()).blockLast();
		assertThat(this.llm.requests()).filteredOn(CopilotTokensTests::isExchange)
			.singleElement()
			.satisfies((request) -> {
				assertThat(request.header("Authorization")).isEqualTo("token sk-test");
				assertThat(request.header("Editor-Version")).isNotBlank();
			});
		assertThat(this.llm.requests()).filteredOn((request) -> !isExchange(request))
			.hasSize(8)
			.allSatisfy((request) -> {
				assertThat(request.header("Authorization")).isEqualTo("Bearer tid=one");
				assertThat(request.path()).isEqualTo("/told/chat/completions");
			});
	}

	@Test
	void theConfiguredBaseUrlGoesBeforeTheOneThatCameWithTheToken() {
		token("{\"token\":\"tid=one\",\"endpoints\":{\"api\":\"" + this.llm.url() + "/told\"}}");
		client((spec) -> spec.apiKey("sk-test").baseUrl(this.llm.url() + "/own")).chat("github_copilot/gpt-4o")
			.user("hi")
			.call()
			.content();
		assertThat(this.llm.requests()).last()
			.satisfies((request) -> assertThat(request.path()).isEqualTo("/own/chat/completions"));
	}

	@Test
	void aTokenGoesToNoHostThatIsNotItsIssuers() {
		token("{\"token\":\"tid=one\",\"endpoints\":{\"api\":\"https://githubcopilot.com.example\"}}");
		assertThatExceptionOfType(LlmAuthenticationException.class)
			.isThrownBy(() -> client((spec) -> spec.apiKey("sk-test")).chat("github_copilot/gpt-4o")
				.user("hi")
				.call()
				.content())
			.withMessageContaining("githubcopilot.com.example, which is none of its hosts");
		assertThat(this.llm.requests()).hasSize(1);
	}

	@Test
	void exchangesAgainWhatWasRefused() {
		token("{\"token\":\"tid=one\",\"endpoints\":{\"api\":\"" + this.llm.url() + "\"}}");
		this.llm.when((request) -> request.path().contains("chat"), Reply.error(401), Reply.text("hello"));
		LlmClient client = client((spec) -> spec.apiKey("sk-test"));
		assertThatExceptionOfType(LlmAuthenticationException.class)
			.isThrownBy(() -> client.chat("github_copilot/gpt-4o").user("hi").maxAttempts(1).call().content());
		assertThat(client.chat("github_copilot/gpt-4o").user("hi").call().content()).isEqualTo("hello");
		assertThat(this.llm.requests()).filteredOn(CopilotTokensTests::isExchange).hasSize(2);
	}

	@Test
	void readsTheLoginThatLiteLlmHasKept(@TempDir Path directory) throws IOException {
		Files.writeString(directory.resolve("access-token"), "sk-kept\n");
		token("{\"token\":\"tid=one\",\"expires_at\":4102444800,\"endpoints\":{\"api\":\"" + this.llm.url() + "\"}}");
		client((spec) -> spec.option("token-dir", directory.toString())).chat("github_copilot/gpt-4o")
			.user("hi")
			.call()
			.content();
		assertThat(this.llm.takeRequest().header("Authorization")).isEqualTo("token sk-kept");
	}

	@Test
	void saysWhatIsMissing(@TempDir Path directory) {
		assertThatExceptionOfType(LlmAuthenticationException.class).isThrownBy(() -> client((spec) -> {
		}).chat("github_copilot/gpt-4o").user("hi").call().content())
			.withMessageContaining("COPILOT_GITHUB_TOKEN")
			.withMessageContaining("litellm.providers.github_copilot.options.token-dir");
		assertThatExceptionOfType(LlmAuthenticationException.class)
			.isThrownBy(
					() -> client((spec) -> spec.option("token-dir", directory.toString())).chat("github_copilot/gpt-4o")
						.user("hi")
						.call()
						.content())
			.withMessageContaining("access-token cannot be read");
	}

	@Test
	void tellsWhyGitHubGivesNoToken() {
		this.llm.whenPath(TOKEN, Reply.raw(403, "application/json", "{\"message\":\"no seat of Copilot\"}"));
		assertThatExceptionOfType(LlmAuthenticationException.class)
			.isThrownBy(() -> client((spec) -> spec.apiKey("sk-test")).chat("github_copilot/gpt-4o")
				.user("hi")
				.call()
				.content())
			.withMessageContaining("no seat of Copilot");
	}

	private static boolean isExchange(RecordedRequest request) {
		return request.path().equals(TOKEN);
	}

	private void token(String answer) {
		this.llm.whenPath(TOKEN, Reply.json(answer));
	}

	private LlmClient client(Consumer<ProviderSpec> change) {
		return LlmClient.builder().environment(Map.<String, String>of()::get).provider("github_copilot", (spec) -> {
			spec.option("token-url", this.llm.url() + TOKEN);
			change.accept(spec);
		}).build();
	}

}
