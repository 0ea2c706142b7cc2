package dev.litellm.samples.quickstart;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of {@link Backends}.
 */
class BackendsTests {

	private final ScriptedLlm server = ScriptedLlm.start();

	private final MockEnvironment environment = new MockEnvironment();

	@AfterEach
	void stop() {
		this.server.close();
	}

	@Test
	void saysInTheFirstLineThatTheServerIsScriptedWhenTheEnvironmentNamesNobody() {
		Backend backend = find();
		assertThat(backend.description().lines().findFirst()).hasValueSatisfying(
				(line) -> assertThat(line).contains("No key found", "scripted server", this.server.baseUrl()));
		assertThat(backend.properties()).containsEntry("litellm.providers.openai.base-url", this.server.baseUrl());
	}

	@Test
	void takesTheProxyBeforeAnyKey() {
		this.environment.setProperty("OPENAI_API_KEY", "sk-test");
		this.environment.setProperty("LITELLM_PROXY_BASE_URL", this.server.url());
		this.environment.setProperty("LITELLM_API_KEY", "sk-proxy");
		this.server.requireKey("sk-proxy").models("one", "text-embedding", "two", "three", "four");
		Backend backend = find();
		assertThat(backend.models()).containsExactly("one", "two", "three");
		assertThat(backend.properties()).containsEntry("litellm.proxy.base-url", this.server.url())
			.containsEntry("litellm.proxy.api-key", "sk-proxy");
	}

	@Test
	void takesTheOpenAiSideOfOllamaWithTheModelsThatItHas() {
		this.environment.setProperty("OLLAMA_API_BASE", this.server.url());
		this.server.models("gemma3:270m");
		Backend backend = find();
		assertThat(backend.models()).containsExactly("ollama/gemma3:270m");
		assertThat(backend.properties()).containsEntry("litellm.providers.ollama.base-url", this.server.baseUrl());
		assertThat(backend.description()).contains("Ollama", "OLLAMA_API_BASE");
	}

	@Test
	void mixesTheProvidersWhoseKeysAreSet() {
		this.environment.setProperty("OPENAI_API_KEY", "sk-test");
		this.environment.setProperty("GROQ_API_KEY", "sk-test");
		this.environment.setProperty("MISTRAL_API_KEY", " ");
		this.environment.setProperty("quickstart.suggested.openai", "gpt-4o-mini, gpt-4o");
		this.environment.setProperty("GROQ_API_BASE", this.server.baseUrl());
		this.server.models("whisper-large", "llama");
		Backend backend = find();
		assertThat(backend.models()).containsExactly("groq/llama", "openai/gpt-4o-mini", "openai/gpt-4o");
		assertThat(backend.description()).contains("Groq", "OpenAI", "(GROQ_API_KEY, OPENAI_API_KEY)");
		assertThat(backend.properties()).isEmpty();
	}

	@Test
	void letsTheUserNameTheModels() {
		this.environment.setProperty("OPENAI_API_KEY", "sk-test");
		this.environment.setProperty("quickstart.models", "gpt-4.1 , o3-mini");
		assertThat(find().models()).isEqualTo(List.of("gpt-4.1", "o3-mini"));
	}

	@Test
	void saysHowToGoOnWhenAServerListsNoModels() {
		this.environment.setProperty("LITELLM_PROXY_BASE_URL", this.server.url());
		this.server.whenPath("/models", Reply.error(401));
		assertThatExceptionOfType(NoModelsException.class).isThrownBy(this::find).satisfies((ex) -> {
			FailureAnalysis analysis = new NoModelsFailureAnalyzer().analyze(ex);
			assertThat(analysis.getDescription()).contains(this.server.url() + "/models", "401");
			assertThat(analysis.getAction()).contains("QUICKSTART_MODELS=");
		});
	}

	private Backend find() {
		return new Backends(this.environment, this.server).find();
	}

}
