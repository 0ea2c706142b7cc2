package dev.litellm;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.chat.Tool;
import dev.litellm.error.LlmBadRequestException;
import dev.litellm.error.LlmException;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for bad input: refused before any network, with the parameter, the value's shape
 * and the mend.
 */
class BadInputTests {

	private final ScriptedLlm llm = ScriptedLlm.start();

	private LlmClient client;

	@BeforeEach
	void build() {
		this.client = Models.builder(this.llm).build();
	}

	@AfterEach
	void close() {
		this.llm.close();
	}

	static Stream<Arguments> chats() {
		return Stream.of(bad("'messages' is empty: give at least one", (chat) -> {
		}), bad("'messages[0]' is null", (chat) -> chat.messages((Message) null)),
				bad("'messages[1]' is null", (chat) -> chat.user("Hi").messages(Arrays.asList((Message) null))),
				bad("Message of role 'user' has null for its text", (chat) -> chat.user((String) null)),
				bad("Message of role 'system' has null for its text", (chat) -> chat.system(null)),
				bad("has a null content part", (chat) -> chat.user("Hi").user((ContentPart) null)),
				bad("has a null content part", (chat) -> chat.user(ContentPart.text("Hi"), null)),
				bad("'max_tokens' is -1", (chat) -> chat.user("Hi").maxTokens(-1)),
				bad("'max_tokens' is 0", (chat) -> chat.user("Hi").maxTokens(0)),
				bad("'max_completion_tokens' is -5", (chat) -> chat.user("Hi").maxCompletionTokens(-5)),
				bad("'temperature' is -0.1", (chat) -> chat.user("Hi").temperature(-0.1)),
				bad("'temperature' is NaN", (chat) -> chat.user("Hi").temperature(Double.NaN)),
				bad("'n' is 0", (chat) -> chat.user("Hi").n(0)), bad("'top_p' is 1.1", (chat) -> chat.topP(1.1)),
				bad("name", (chat) -> chat.tools(Tool.function("", "x", Map.of()))),
				bad("name", (chat) -> chat.tools(Tool.function(null, "x", Map.of()))),
				bad("'max-attempts' is 0", (chat) -> chat.maxAttempts(0)),
				bad("Timeout 'total' is PT0S", (chat) -> chat.timeout(Duration.ZERO)),
				bad("Timeout 'idle' is PT-1S", (chat) -> chat.idleTimeout(Duration.ofSeconds(-1))),
				bad("Timeout 'first-token'", (chat) -> chat.firstTokenTimeout(Duration.ZERO)),
				bad("Timeout 'connect'", (chat) -> chat.connectTimeout(Duration.ZERO)),
				bad("holds credentials: take them out", (chat) -> chat.baseUrl("http://me:secret@localhost/v1")),
				bad("is not an absolute http or https URL", (chat) -> chat.baseUrl("localhost:8080")),
				bad("holds a query or fragment", (chat) -> chat.baseUrl("http://localhost/v1?key=secret")),
				bad("line break or another control character", (chat) -> chat.apiKey("sk-test\r\nX: secret")),
				bad("num-retries", (chat) -> chat.proxy((proxy) -> proxy.withNumRetries(-1))));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("chats")
	void refusesAChat(String message, Consumer<ChatSpec> setters) {
		Throwable refusal = catchThrowable(() -> {
			ChatSpec chat = this.client.chat("gpt-4o");
			setters.accept(chat);
			chat.call().content();
		});
		assertThat(refusal).isInstanceOf(IllegalArgumentException.class)
			.hasMessageContaining(message)
			.hasMessageNotContaining("secret");
		assertThat(this.llm.acceptedConnections()).isZero();
	}

	@Test
	void refusesABlankModel() {
		for (String model : Arrays.asList("", " ", null)) {
			for (Throwable refusal : List.of(catchThrowable(() -> this.client.chat(model).user("Hi").call().content()),
					catchThrowable(() -> this.client.chat(model).user("Hi").callMono()),
					catchThrowable(() -> this.client.completion(model, List.of(Message.user("Hi")))),
					catchThrowable(() -> this.client.embeddings(model).input("Hi").call()))) {
				assertThat(refusal).isInstanceOf(IllegalArgumentException.class)
					.hasMessageContaining("'model' is " + ((model == null) ? "null" : "blank"));
			}
		}
	}

	@Test
	void refusesBlankEmbeddings() {
		assertThat(catchThrowable(() -> this.client.embeddings("e").call())).hasMessageContaining("'input' is empty");
		assertThat(catchThrowable(() -> this.client.embeddings("e").input("a", " ").call()))
			.isInstanceOf(IllegalArgumentException.class)
			.hasMessageContaining("'input[1]' is blank: leave it out");
		assertThat(catchThrowable(() -> this.client.embeddings("e").input("a", null).call()))
			.isInstanceOf(IllegalArgumentException.class)
			.hasMessageContaining("'input[1]' is null");
		assertThat(catchThrowable(() -> this.client.embeddings("e").dimensions(0)))
			.hasMessageContaining("'dimensions' is 0");
	}

	@Test
	void refusesAHeaderThatWouldMakeTwo() {
		for (ChatSpec chat : List.of(this.client.chat("gpt-4o").header("X-Team", "blue\r\nX-Evil: 1"),
				this.client.chat("gpt-4o").header("X-Team\r\nX-Evil", "1"),
				this.client.chat("gpt-4o").header("", "1"))) {
			LlmException failure = catchThrowableOfType(LlmException.class, () -> chat.user("Hi").call().content());
			assertThat(failure).isInstanceOf(LlmBadRequestException.class);
			assertThat(failure.attempts()).hasSize(1);
		}
		assertThat(this.llm.acceptedConnections()).isZero();
	}

	@Test
	void namesWhatIsNearestToAnUnknownModel() {
		LlmClient named = this.client.mutate().alias("smart", "gpt-4o").build();
		assertThat(unknown(named, "openia/gpt-4o"))
			.contains("there is no provider 'openia'; did you mean openai/gpt-4o");
		assertThat(unknown(named, "smrt")).contains("did you mean smart")
			.contains("or a name of this application [smart]");
		assertThat(unknown(named, "openai/")).contains("there is no model behind the slash");
		assertThat(this.llm.acceptedConnections()).isZero();
	}

	private static String unknown(LlmClient client, String model) {
		return catchThrowableOfType(LlmException.class, () -> client.chat(model).user("Hi").call().content())
			.getMessage();
	}

	private static Arguments bad(String message, Consumer<ChatSpec> setters) {
		return Arguments.of(message, setters);
	}

}
