package dev.litellm.provider;

import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.litellm.LlmClient;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that every provider that takes OpenAI's format answers over a real socket.
 */
class ProviderSocketTests {

	private static final ScriptedLlm LLM = ScriptedLlm.start();

	private static final LlmClient BASE = LlmClient.builder().build();

	private static final Map<String, String> PLACES = Map.of("VERTEXAI_PROJECT", "my-project", "VERTEXAI_LOCATION",
			"my-location");

	static Stream<Arguments> providers() {
		return Wires.arguments((provider) -> provider.dialect().equals("openai")
				&& !provider.login().auth().scheme().equals("ibm-iam"));
	}

	@AfterAll
	static void close() {
		LLM.close();
	}

	@ParameterizedTest
	@MethodSource("providers")
	void answers(Provider provider) {
		LlmClient client = BASE.mutate()
			.environment(PLACES::get)
			.provider(provider.name(), (own) -> own.baseUrl(LLM.baseUrl()).apiKey("sk-test"))
			.build();
		String model = provider.name() + "/some-model";
		if (provider.endpoints().contains("chat")) {
			assertThat(client.chat(model).user("Where is the Louvre?").call().content())
				.contains("Where is the Louvre?");
		}
		else {
			assertThat(client.embeddings(model).input("Louvre").call().vector()).isNotEmpty();
		}
		RecordedRequest request = LLM.requests().get(LLM.requests().size() - 1);
		assertThat(request.model()).endsWith("some-model");
		Auth auth = KeyLawTests.header(provider);
		assertThat(request.header(auth.header())).isEqualTo(auth.prefix() + "sk-test");
	}

}
