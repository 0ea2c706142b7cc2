package dev.litellm.dialect.huggingface;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import dev.litellm.LlmClient;
import dev.litellm.error.LlmNotFoundException;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;
import dev.litellm.transport.BodyReader;
import dev.litellm.transport.HttpSettings;
import dev.litellm.transport.ReactorConnectors;
import dev.litellm.transport.Transport;
import dev.litellm.transport.WebClientTransport;
import dev.litellm.transport.WireHead;
import dev.litellm.transport.WireRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HuggingFaceTests {

	private static final String MAPPING = """
			{"id": "o/m", "inferenceProviderMapping": {"together": {"status": "live", "providerId": "o/m-Turbo"},
			"novita": {"status": "live", "providerId": "x/m"}}}""";

	private final ScriptedLlm llm = ScriptedLlm.start()
		.when((request) -> request.path().contains("/api/models/"), Reply.json(MAPPING))
		.otherwise(Reply.text("hello"));

	@AfterEach
	void stop() {
		this.llm.close();
	}

	@Test
	void looksUpTheProvidersOwnNameBeforeACall() {
		LlmClient client = client();
		assertThat(client.chat("huggingface/together/o/m").user("hi").call().content()).isEqualTo("hello");
		assertThat(client.chat("huggingface/novita/o/m").user("hi").stream().content().collectList().block())
			.isNotEmpty();
		assertThat(this.llm.requests()).extracting(HuggingFaceTests::told)
			.containsExactly("/huggingface.co/api/models/o/m null",
					"/router.huggingface.co/together/v1/chat/completions o/m-Turbo",
					"/huggingface.co/api/models/o/m null",
					"/router.huggingface.co/novita/v3/openai/chat/completions x/m");
	}

	@Test
	void theKeyGoesToTheRouterAlone() {
		client().chat("huggingface/together/o/m").user("hi").call().content();
		assertThat(this.llm.requests()).extracting((request) -> request.header("Authorization"))
			.containsExactly(null, "Bearer sk-test");
	}

	@Test
	void looksAModelUpOnceInAWhileAndAgainWhereItIsNotFound() {
		LlmClient client = client();
		client.chat("huggingface/together/o/m").user("hi").call().content();
		client.chat("huggingface/together/o/m").user("hi").call().content();
		assertThat(this.llm.requests()).extracting((request) -> request.header("Authorization"))
			.containsExactly(null, "Bearer sk-test", "Bearer sk-test");
		this.llm.enqueue(Reply.error(404, "model_not_found"));
		assertThatExceptionOfType(LlmNotFoundException.class)
			.isThrownBy(() -> client.chat("huggingface/together/o/m").user("hi").call().content());
		client.chat("huggingface/together/o/m").user("hi").call().content();
		assertThat(this.llm.requests().get(4).header("Authorization")).isNull();
	}

	@Test
	void leavesTheChoiceOfAProviderToTheRouter() {
		client().chat("huggingface/o/m").user("hi").call().content();
		client().chat("huggingface/o/m:together").user("hi").call().content();
		assertThat(this.llm.requests()).extracting(HuggingFaceTests::told)
			.containsExactly("/router.huggingface.co/v1/chat/completions o/m",
					"/router.huggingface.co/v1/chat/completions o/m:together");
	}

	@Test
	void saysWhoServesAModelThatTheNamedProviderDoesNot() {
		assertThatExceptionOfType(LlmNotFoundException.class)
			.isThrownBy(() -> client().chat("huggingface/groq/o/m").user("hi").call().content())
			.withMessageContaining("'groq' does not serve o/m")
			.withMessageContaining("together");
	}

	@Test
	void anEndpointOfOnesOwnIsAskedWithoutALookUp() {
		for (String base : List.of("", "/", "/v1", "/v1/chat/completions")) {
			LlmClient client = LlmClient.builder()
				.provider("huggingface", (spec) -> spec.baseUrl(this.llm.url() + base).apiKey("sk-test"))
				.build();
			client.chat("huggingface/together/o/m").user("hi").call().content();
			RecordedRequest request = this.llm.takeRequest();
			assertThat(told(request)).isEqualTo("/v1/chat/completions together/o/m");
		}
	}

	private static String told(RecordedRequest request) {
		return request.path() + " " + (request.body().isEmpty() ? null : request.model());
	}

	private LlmClient client() {
		return LlmClient.builder()
			.environment((name) -> null)
			.transport(new Loopback(this.llm.url()))
			.provider("huggingface", (spec) -> spec.apiKey("sk-test"))
			.build();
	}

	/**
	 * A way to the network that leads every host to one server, its name as the path's
	 * beginning.
	 *
	 * @param server the server's address
	 */
	private record Loopback(String server) implements Transport {

		private static final Transport NETWORK = new WebClientTransport(new ReactorConnectors(HttpSettings.defaults()));

		@Override
		public <T> Flux<List<T>> exchange(WireRequest request, @Nullable Duration connectTimeout,
				Function<WireHead, BodyReader<T>> reader) {
			URI uri = request.uri();
			String query = (uri.getRawQuery() != null) ? "?" + uri.getRawQuery() : "";
			assertThat(new String(request.body().bytes(), StandardCharsets.UTF_8)).doesNotContain("sk-test");
			return NETWORK.exchange(new WireRequest(request.method(),
					URI.create(this.server + "/" + uri.getHost() + uri.getRawPath() + query), request.headers(),
					request.body()), connectTimeout, reader);
		}

	}

}
