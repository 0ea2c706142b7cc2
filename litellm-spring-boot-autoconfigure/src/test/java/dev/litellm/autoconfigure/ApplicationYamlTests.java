package dev.litellm.autoconfigure;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import dev.litellm.LlmClient;
import dev.litellm.engine.Defaults;
import dev.litellm.error.LlmConnectionException;
import dev.litellm.error.LlmException;
import dev.litellm.error.LlmServerException;
import dev.litellm.error.LlmTimeoutException;
import dev.litellm.routing.Explanation.Value;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests from {@code application.yml} to an answer, over a real socket.
 */
class ApplicationYamlTests {

	private final ScriptedLlm llm = ScriptedLlm.start();

	@AfterEach
	void stop() {
		this.llm.close();
	}

	@Test
	void answersThroughAnAliasWithTheDefaultsOfYaml() throws Exception {
		this.llm.enqueue(Reply.text("Paris."));
		try (ConfigurableApplicationContext context = start("whole")) {
			LlmClient client = context.getBean(LlmClient.class);
			assertThat(client.chat("gpt-4.1").user("Where is the Louvre?").call().content()).isEqualTo("Paris.");
		}
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.header("Authorization")).isEqualTo("Bearer sk-test");
		assertThat(request.header("X-Team")).isEqualTo("red");
		assertThat(request.json()).isEqualTo(JsonMapper.shared().readTree("""
				{"model":"gpt-4.1-mini","messages":[{"role":"user","content":"Where is the Louvre?"}],
				"temperature":0.2,"max_tokens":100,"stop":["a","b"],"response_format":{"type":"json_schema",
				"json_schema":{"name":"city","strict":true}}}"""));
	}

	@Test
	void routesTasksGroupsAndFallbacks() {
		this.llm.whenModel("gpt-4o", Reply.error(401)).whenModel("gpt-4o-mini", Reply.text("Mini."));
		try (ConfigurableApplicationContext context = start("whole")) {
			LlmClient client = context.getBean(LlmClient.class);
			assertThat(client.task("code").user("?").call().content()).isEqualTo("Mini.");
			assertThat(client.task("simple").user("?").call().content()).isEqualTo("Mini.");
			assertThat(client.chat("big").user("?").call().response().provider()).isEqualTo("openai");
			assertThat(client.chat().user("?").call().content()).isEqualTo("Mini.");
		}
	}

	@Test
	void streams() {
		this.llm.enqueue(Reply.stream("Pa", "ris"));
		try (ConfigurableApplicationContext context = start("whole")) {
			assertThat(context.getBean(LlmClient.class)
				.chat("fast")
				.user("?")
				.stream()
				.content()
				.collectList()
				.block(Duration.ofSeconds(20))).containsExactly("Pa", "ris");
		}
	}

	@Test
	void neverFollowsARedirect() {
		try (ScriptedLlm other = ScriptedLlm.start();
				ConfigurableApplicationContext context = start("whole",
						"--spring.http.clients.redirects=follow-when-possible")) {
			this.llm
				.enqueue(Reply.raw(307, "text/plain", "").header("Location", other.baseUrl() + "/chat/completions"));
			assertThatExceptionOfType(LlmException.class)
				.isThrownBy(() -> context.getBean(LlmClient.class).chat("fast").fallbacks().user("?").call().content());
			assertThat(other.requests()).isEmpty();
		}
	}

	@Test
	void keepsTheApplicationsJacksonSettingsFromTheWire() {
		try (ConfigurableApplicationContext context = start("whole",
				"--spring.jackson.property-naming-strategy=UPPER_CAMEL_CASE",
				"--spring.jackson.default-property-inclusion=non_empty")) {
			context.getBean(LlmClient.class).chat("fast").user("?").call().content();
		}
		assertThat(this.llm.takeRequest().body()).contains("\"model\":\"gpt-4o-mini\"", "\"max_tokens\":100");
	}

	@Test
	void respectsTheReadTimeoutOfTheApplicationsClients() {
		this.llm.otherwise(Reply.hang());
		try (ConfigurableApplicationContext context = start("whole", "--spring.http.clients.read-timeout=200ms",
				"--litellm.retry.max-attempts=1")) {
			assertThatExceptionOfType(LlmTimeoutException.class)
				.isThrownBy(() -> context.getBean(LlmClient.class).chat("fast").fallbacks().user("?").call().content());
		}
	}

	@Test
	void takesTheConnectTimeoutOfTheApplicationsClientsUnlessItHasItsOwn() {
		try (ConfigurableApplicationContext context = start("whole", "--spring.http.clients.connect-timeout=1234ms")) {
			assertThat(connectTimeout(context))
				.isEqualTo(new Value(Duration.ofMillis(1234), "litellm.timeouts.connect"));
		}
		try (ConfigurableApplicationContext context = start("whole", "--spring.http.clients.connect-timeout=1234ms",
				"--litellm.timeouts.connect=4s")) {
			assertThat(connectTimeout(context)).isEqualTo(new Value(Duration.ofSeconds(4), "litellm.timeouts.connect"));
		}
	}

	private static Value connectTimeout(ConfigurableApplicationContext context) {
		return Objects.requireNonNull(context.getBean(LlmClient.class)
			.mutate()
			.router()
			.explain("fast", Defaults.SETTINGS)
			.deployments()
			.get(0)
			.settings()
			.get("timeouts.connect"));
	}

	@Test
	void sendsEveryModelThroughTheProxyUnlessItsProviderIsConfigured() {
		try (ScriptedLlm direct = ScriptedLlm.start();
				ConfigurableApplicationContext context = start("proxy", "--test.direct=" + direct.baseUrl())) {
			LlmClient client = context.getBean(LlmClient.class);
			client.chat("anthropic/claude-sonnet-4-20250514").user("?").call().content();
			assertThat(this.llm.takeRequest().model()).isEqualTo("anthropic/claude-sonnet-4-20250514");
			client.chat("a-name-that-only-the-proxy-knows").user("?").call().content();
			assertThat(this.llm.takeRequest().model()).isEqualTo("a-name-that-only-the-proxy-knows");
			client.chat("groq/llama").user("?").call().content();
			assertThat(direct.takeRequest().model()).isEqualTo("llama");
			assertThat(this.llm.requests()).hasSize(2);
		}
	}

	@Test
	void sendsListedModelsAloneThroughTheProxyWhenToldSo() {
		try (ScriptedLlm direct = ScriptedLlm.start();
				ConfigurableApplicationContext context = start("proxy", "--test.direct=" + direct.baseUrl(),
						"--litellm.proxy.mode=listed", "--litellm.proxy.models=house/model")) {
			LlmClient client = context.getBean(LlmClient.class);
			client.chat("house/model").user("?").call().content();
			assertThat(this.llm.takeRequest().header("Authorization")).isEqualTo("Bearer sk-test-proxy");
			client.chat("groq/llama").user("?").call().content();
			assertThat(direct.takeRequest().header("Authorization")).isEqualTo("Bearer sk-test");
		}
	}

	@Test
	void leavesRetriesOfServerErrorsToTheProxy() {
		this.llm.otherwise(Reply.error(500));
		try (ConfigurableApplicationContext context = start("proxy", "--test.direct=http://localhost:1/v1",
				"--litellm.retry.initial-wait=1ms")) {
			assertThatExceptionOfType(LlmServerException.class)
				.isThrownBy(() -> context.getBean(LlmClient.class).chat("any").user("?").call().content());
			assertThat(this.llm.requests()).hasSize(1);
		}
	}

	@Test
	void retriesWhatItIsToldToThroughTheProxy() {
		this.llm.enqueue(Reply.error(500), Reply.text("Paris."));
		try (ConfigurableApplicationContext context = start("proxy", "--test.direct=http://localhost:1/v1",
				"--litellm.retry.initial-wait=1ms", "--litellm.retry.kinds=internal-server")) {
			assertThat(context.getBean(LlmClient.class).chat("any").user("?").call().content()).isEqualTo("Paris.");
		}
	}

	@Test
	void speaksTlsByTheBundleOfTheApplication(@TempDir Path directory) throws Exception {
		keytool(directory, "-genkeypair", "-keyalg", "RSA", "-dname", "CN=localhost", "-ext", "san=dns:localhost");
		keytool(directory, "-exportcert", "-rfc", "-file", "server.pem");
		WireMockServer server = new WireMockServer(WireMockConfiguration.options()
			.dynamicPort()
			.dynamicHttpsPort()
			.keystorePath(directory.resolve("server.p12").toString())
			.keystoreType("PKCS12")
			.keystorePassword("password")
			.keyManagerPassword("password"));
		server.start();
		try {
			server.stubFor(WireMock.any(WireMock.anyUrl())
				.willReturn(WireMock.okJson("{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\"Sure.\"},"
						+ "\"index\":0,\"finish_reason\":\"stop\"}]}")));
			String baseUrl = "--test.base-url=https://localhost:" + server.httpsPort() + "/v1";
			try (ConfigurableApplicationContext context = start("whole", baseUrl, "--litellm.retry.max-attempts=1")) {
				assertThatExceptionOfType(LlmConnectionException.class)
					.isThrownBy(
							() -> context.getBean(LlmClient.class).chat("fast").fallbacks().user("?").call().content())
					.withMessageContaining("SSL bundle");
			}
			try (ConfigurableApplicationContext context = start("whole", baseUrl,
					"--spring.http.clients.ssl.bundle=wire",
					"--spring.ssl.bundle.pem.wire.truststore.certificate=" + directory.resolve("server.pem").toUri())) {
				assertThat(context.getBean(LlmClient.class).chat("fast").user("?").call().content()).isEqualTo("Sure.");
			}
		}
		finally {
			server.stop();
		}
	}

	private static void keytool(Path directory, String... arguments) throws Exception {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
		command.addAll(List.of(arguments));
		command.addAll(List.of("-alias", "localhost", "-keystore", "server.p12", "-storepass", "password"));
		Process process = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(output).isZero();
	}

	private ConfigurableApplicationContext start(String name, String... arguments) {
		return new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.properties("spring.config.location=classpath:dev/litellm/autoconfigure/" + name + ".yml",
					"test.base-url=" + this.llm.baseUrl(), "test.url=" + this.llm.url(),
					"spring.reactor.netty.shutdown-quiet-period=0s")
			.run(arguments);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
