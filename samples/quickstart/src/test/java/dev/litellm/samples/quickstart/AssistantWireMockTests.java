package dev.litellm.samples.quickstart;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The same with WireMock, for teams that have it already: copy these.
 */
@SpringBootTest(properties = "litellm.retry.initial-wait=1ms")
class AssistantWireMockTests {

	private static final String PATH = "/v1/chat/completions";

	@RegisterExtension
	static final WireMockExtension server = WireMockExtension.newInstance()
		.options(wireMockConfig().dynamicPort())
		.build();

	@Autowired
	private Assistant assistant;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		registry.add("litellm.providers.openai.base-url", () -> server.baseUrl() + "/v1");
		registry.add("litellm.providers.openai.api-key", () -> "sk-test");
	}

	@Test
	void triesAgainUntilTheModelAnswers() {
		server.stubFor(post(PATH).inScenario("busy")
			.whenScenarioStateIs(Scenario.STARTED)
			.willSetStateTo("free")
			.willReturn(aResponse().withStatus(429).withHeader("retry-after-ms", "5")));
		server.stubFor(post(PATH).inScenario("busy").whenScenarioStateIs("free").willReturn(okJson("""
				{"choices": [{"index": 0, "message": {"role": "assistant", "content": "Paris."}}]}""")));
		assertThat(this.assistant.answer("What is the capital of France?")).isEqualTo("Paris.");
		server.verify(2, postRequestedFor(urlEqualTo(PATH)).withHeader("Authorization", equalTo("Bearer sk-test")));
	}

}
