package dev.litellm.auth;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import dev.litellm.LlmClient;
import dev.litellm.ProviderSpec;
import dev.litellm.error.LlmAuthenticationException;
import dev.litellm.error.LlmException;
import dev.litellm.error.LlmNotFoundException;
import dev.litellm.json.Json;
import dev.litellm.provider.Providers;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;
import dev.litellm.transport.BodyReader;
import dev.litellm.transport.Transport;
import dev.litellm.transport.WireHead;
import dev.litellm.transport.WireRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for Google's access tokens over sockets, the exchange included.
 */
class GoogleSchemeTests {

	private static final String MODEL = "vertex_ai/gemini-2.5-flash";

	private static final Reply ANSWER = Reply
		.json("{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"hello\"}]},\"finishReason\":\"STOP\"}]}");

	@TempDir
	private Path directory;

	private final ScriptedLlm llm = ScriptedLlm.start();

	@AfterEach
	void stop() {
		this.llm.close();
	}

	@Test
	void exchangesAServiceAccountOnceAndTakesItsProject() throws Exception {
		LlmClient client = client((spec) -> spec.option("credentials", account()));
		this.llm.enqueue(token("t-one"), ANSWER, ANSWER);
		assertThat(ask(client)).isEqualTo("hello");
		assertThat(ask(client)).isEqualTo("hello");
		List<RecordedRequest> requests = this.llm.requests();
		assertThat(requests).extracting(RecordedRequest::path)
			.containsExactly("/token", path("account-project"), path("account-project"));
		assertThat(requests).element(2)
			.extracting((request) -> request.header("Authorization"))
			.isEqualTo("Bearer t-one");
		checkAssertion(requests.get(0).body());
	}

	@Test
	void exchangesOnceForCallsThatComeTogether() {
		LlmClient client = client((spec) -> spec.option("credentials", account()));
		this.llm.whenPath("/token", token("t-one")).otherwise(ANSWER);
		List<String> answers = Flux.range(0, 10)
			.flatMap((number) -> client.chat(MODEL).user("hi").callMono().map((answer) -> answer.content()))
			.collectList()
			.block();
		assertThat(answers).hasSize(10).containsOnly("hello");
		assertThat(this.llm.requests()).extracting(RecordedRequest::path).containsOnlyOnce("/token");
	}

	@Test
	void readsTheServiceAccountFromAFile() throws Exception {
		Path file = Files.writeString(this.directory.resolve("account.json"), account());
		LlmClient client = LlmClient.builder()
			.environment(Map.of("GOOGLE_APPLICATION_CREDENTIALS", file.toString())::get)
			.provider("vertex_ai", (spec) -> spec.baseUrl(this.llm.url()))
			.build();
		this.llm.enqueue(token("t-one"), ANSWER);
		assertThat(ask(client)).isEqualTo("hello");
	}

	@Test
	void takesTheProjectThatIsSetBeforeThatOfTheAccount() {
		LlmClient client = client((spec) -> spec.option("credentials", account()).option("project", "mine"));
		this.llm.enqueue(token("t-one"), ANSWER);
		ask(client);
		assertThat(this.llm.requests().get(1).path()).isEqualTo(path("mine"));
	}

	@Test
	void exchangesAgainWhenTheTokenIsRefused() {
		LlmClient client = client((spec) -> spec.option("credentials", account()));
		this.llm.enqueue(token("t-one"), Reply.error(401, "revoked"), token("t-two"), ANSWER);
		assertThatExceptionOfType(LlmAuthenticationException.class).isThrownBy(() -> ask(client));
		assertThat(ask(client)).isEqualTo("hello");
		assertThat(this.llm.requests().get(3).header("Authorization")).isEqualTo("Bearer t-two");
	}

	@Test
	void tellsWhyThereIsNoTokenWithoutTellingTheKey() {
		LlmClient client = client((spec) -> spec.option("credentials", account()));
		this.llm.enqueue(Reply.raw(400, "application/json",
				"{\"error\":\"invalid_grant\",\"error_description\":\"Invalid JWT Signature.\",\"x\":\"t-hidden\"}"));
		LlmException failure = fail(client);
		assertThat(failure).isInstanceOf(LlmAuthenticationException.class)
			.hasMessageContaining("answered 400: invalid_grant, Invalid JWT Signature.");
		assertThat(failure).extracting(GoogleSchemeTests::everything)
			.asString()
			.doesNotContain("t-hidden")
			.doesNotContain("PRIVATE KEY")
			.doesNotContain("assertion=");
	}

	@Test
	void takesAnAccessTokenThatIsGiven() {
		LlmClient client = client((spec) -> spec.apiKey("ya29.mine").option("project", "mine"));
		this.llm.enqueue(ANSWER);
		assertThat(ask(client)).isEqualTo("hello");
		assertThat(this.llm.requests()).singleElement()
			.extracting((request) -> request.header("Authorization"))
			.isEqualTo("Bearer ya29.mine");
	}

	@Test
	void saysHowToSetTheProjectThatATokenDoesNotTell() {
		LlmClient client = client((spec) -> spec.apiKey("ya29.mine"));
		assertThatExceptionOfType(LlmNotFoundException.class).isThrownBy(() -> ask(client))
			.withMessageContaining("litellm.providers.vertex_ai.options.project")
			.withMessageContaining("VERTEXAI_PROJECT or GOOGLE_CLOUD_PROJECT");
	}

	@ParameterizedTest
	@CsvSource({ "AIzaSecret", "AQ.Secret" })
	void refusesAnApiKeyWithTheWayToUseIt(String key) {
		LlmException failure = fail(client((spec) -> spec.apiKey(key).option("project", "mine")));
		assertThat(failure).isInstanceOf(LlmAuthenticationException.class)
			.hasMessageContaining("https://aiplatform.googleapis.com/v1/publishers/google");
		assertThat(everything(failure)).doesNotContain("Secret");
		assertThat(this.llm.requests()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{}                                              | 'type'
			{"type":"sealed-secret"}                        | cannot be read
			{"type":"service_account"}                      | client_id
			{"type": sealed-secret                          | cannot be read
			/no/such/account.json                           | no such file
			""")
	void saysWhatIsWrongWithCredentials(String credentials, String problem) {
		LlmException failure = fail(client((spec) -> spec.option("credentials", credentials)));
		assertThat(failure).isInstanceOf(LlmAuthenticationException.class)
			.hasMessageContaining(problem)
			.hasMessageContaining("litellm.providers.vertex_ai.options.credentials")
			.hasMessageContaining("VERTEXAI_CREDENTIALS");
	}

	@Test
	void namesTheDependencyThatIsMissing() {
		AuthContext context = new AuthContext(Objects.requireNonNull(Providers.builtIn().get("vertex_ai")),
				"https://host.example", null, new TokenClient(nowhere()), Clock.systemUTC(), (name) -> null);
		StepVerifier.create(new GoogleScheme(ClassLoader.getPlatformClassLoader()).authorizer(context).access())
			.verifyErrorSatisfies(
					(ex) -> assertThat(ex).hasMessageContaining("com.google.auth:google-auth-library-oauth2-http")
						.hasMessageContaining("litellm.providers.vertex_ai.api-key"));
	}

	private static Transport nowhere() {
		return new Transport() {

			@Override
			public <T> Flux<List<T>> exchange(WireRequest request, @Nullable Duration connectTimeout,
					Function<WireHead, BodyReader<T>> reader) {
				return Flux.error(new AssertionError("Nothing is sent"));
			}

		};
	}

	private LlmClient client(Consumer<ProviderSpec> more) {
		return LlmClient.builder().environment((name) -> null).provider("vertex_ai", (spec) -> {
			spec.baseUrl(this.llm.url());
			more.accept(spec);
		}).build();
	}

	private static String ask(LlmClient client) {
		return client.chat(MODEL).user("hi").maxAttempts(1).call().content();
	}

	private static LlmException fail(LlmClient client) {
		return catchThrowableOfType(LlmException.class, () -> ask(client));
	}

	private static String everything(Throwable failure) {
		StringBuilder text = new StringBuilder();
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			text.append(cause).append('\n');
		}
		return text.toString();
	}

	private static Reply token(String value) {
		return Reply.json("{\"access_token\":\"" + value + "\",\"expires_in\":3600,\"token_type\":\"Bearer\"}");
	}

	private static String path(String project) {
		return "/v1/projects/" + project
				+ "/locations/us-central1/publishers/google/models/gemini-2.5-flash:generateContent";
	}

	private String account() {
		return Json.text(Map.of("type", "service_account", "project_id", "account-project", "private_key_id", "k-1",
				"private_key", RsaKeys.PEM, "client_email", "robot@account-project.example", "client_id", "7",
				"token_uri", this.llm.url() + "/token"));
	}

	private void checkAssertion(String form) throws Exception {
		String[] parts = form.substring(form.indexOf("assertion=") + "assertion=".length()).split("&")[0].split("[.]");
		Signature signature = Signature.getInstance("SHA256withRSA");
		signature.initVerify(RsaKeys.PAIR.getPublic());
		signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.UTF_8));
		assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
		assertThat(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
			.contains("\"scope\":\"https://www.googleapis.com/auth/cloud-platform\"")
			.contains("robot@account-project.example");
	}

}
