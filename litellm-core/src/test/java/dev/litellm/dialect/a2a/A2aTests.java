package dev.litellm.dialect.a2a;

import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.litellm.LlmClient;
import dev.litellm.Models;
import dev.litellm.ProviderSpec;
import dev.litellm.chat.ChatResponse;
import dev.litellm.dialect.ScriptedTests;
import dev.litellm.dialect.StreamSamples;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.LlmException;
import dev.litellm.error.LlmUnsupportedParamsException;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for agents that speak A2A, over real sockets.
 */
class A2aTests extends ScriptedTests {

	private static final StreamSamples SAMPLES = StreamSamples.of("a2a");

	private static final String COMPLETED = """
			{"kind": "task", "id": "t1", "contextId": "c1", "status": {"state": "completed"}, "artifacts": [
			{"artifactId": "a1", "parts": [{"kind": "text", "text": "Paris."}]},
			{"artifactId": "a2", "parts": [{"kind": "data", "data": {"n": 1}}]}]}""";

	@Test
	void sendsAMessageAndLooksAtTheTaskUntilItHasEnded() {
		this.llm.enqueue(result("{\"kind\": \"task\", \"id\": \"t1\", \"status\": {\"state\": \"working\"}}"),
				result(COMPLETED));
		ChatResponse response = client((spec) -> spec.apiKey("sk-test")).chat("a2a/travel")
			.system("Be brief.")
			.user("Where?")
			.call()
			.response();
		assertThat(response.content()).isEqualTo("Paris.\n{\"n\":1}");
		assertThat(response.extra()).containsEntry("context_id", "c1").doesNotContainKey("task_id");
		assertThat(response.choices().get(0).nativeFinishReason()).isEqualTo("completed");
		RecordedRequest sent = this.llm.takeRequest();
		assertThat(sent.header("Authorization")).isEqualTo("Bearer sk-test");
		assertThat(sent.text("/method")).isEqualTo("message/send");
		assertThat(sent.text("/params/message/role")).isEqualTo("user");
		assertThat(sent.text("/params/message/messageId")).hasSize(36);
		assertThat(sent.text("/params/message/parts/0/kind")).isEqualTo("text");
		assertThat(sent.text("/params/message/parts/0/text")).isEqualTo("Be brief.\nWhere?");
		RecordedRequest looked = this.llm.takeRequest();
		assertThat(looked.text("/method")).isEqualTo("tasks/get");
		assertThat(looked.text("/params/id")).isEqualTo("t1");
	}

	@Test
	void goesOnInAContext() {
		this.llm.enqueue(result("{\"kind\": \"task\", \"id\": \"t1\", \"contextId\": \"c1\", \"status\": {\"state\": "
				+ "\"input-required\", \"message\": {\"parts\": [{\"kind\": \"text\", \"text\": \"Which one?\"}]}}}"),
				result("{\"kind\": \"message\", \"messageId\": \"m1\", \"parts\": [{\"kind\": \"text\", \"text\": \"Yes.\"}]}"));
		LlmClient client = client((spec) -> {
		});
		ChatResponse question = client.chat("a2a/travel").user("Book a flight.").call().response();
		assertThat(question.content()).isEqualTo("Which one?");
		ChatResponse answer = client.chat("a2a/travel")
			.user("Book a flight.")
			.assistant("Which one?")
			.user("The first.")
			.extra("context_id", question.extra().get("context_id"))
			.extra("task_id", question.extra().get("task_id"))
			.call()
			.response();
		assertThat(answer.content()).isEqualTo("Yes.");
		this.llm.takeRequest();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/params/message/contextId")).isEqualTo("c1");
		assertThat(request.text("/params/message/taskId")).isEqualTo("t1");
		assertThat(request.text("/params/message/parts/0/text")).isEqualTo("The first.");
	}

	@Test
	void streamsArtifactsAndNoProgress() {
		this.llm.enqueue(Reply.sse(SAMPLES.with("Paris")));
		assertThat(client((spec) -> {
		}).chat("a2a/travel").user("Where?").stream().content().collectList().block()).containsExactly("Paris é",
				"北🙂");
		assertThat(this.llm.takeRequest().text("/method")).isEqualTo("message/stream");
	}

	@Test
	void speaksVersionOneWhereThatIsAskedFor() {
		this.llm
			.enqueue(result("{\"task\": {\"id\": \"t1\", \"status\": {\"state\": \"TASK_STATE_SUBMITTED\"}}}"),
					result("{\"id\": \"t1\", \"status\": {\"state\": \"TASK_STATE_COMPLETED\"}, "
							+ "\"artifacts\": [{\"parts\": [{\"text\": \"Paris.\"}]}]}"),
					Reply.sse(SAMPLES.with("Lyon")));
		LlmClient client = client((spec) -> spec.option("version", "1.0"));
		assertThat(client.chat("a2a/travel").user("Where?").call().content()).isEqualTo("Paris.");
		assertThat(client.chat("a2a/travel").user("Where?").stream().content().blockLast()).isEqualTo("Lyon");
		RecordedRequest sent = this.llm.takeRequest();
		assertThat(sent.header("A2A-Version")).isEqualTo("1.0");
		assertThat(sent.text("/method")).isEqualTo("SendMessage");
		assertThat(sent.text("/params/message/role")).isEqualTo("ROLE_USER");
		assertThat(this.llm.takeRequest().text("/method")).isEqualTo("GetTask");
		assertThat(this.llm.takeRequest().text("/method")).isEqualTo("SendStreamingMessage");
	}

	@ParameterizedTest
	@CsvSource({ "failed,INTERNAL_SERVER", "rejected,BAD_REQUEST", "auth-required,AUTHENTICATION",
			"canceled,CANCELLED" })
	void aTaskThatEndsWithoutAnAnswerIsAFailure(String state, ErrorKind kind) {
		this.llm.otherwise(result("{\"kind\": \"task\", \"id\": \"t1\", \"status\": {\"state\": \"" + state
				+ "\", \"message\": {\"parts\": [{\"kind\": \"text\", \"text\": \"because\"}]}}}"));
		LlmException failure = catchThrowableOfType(LlmException.class, () -> client((spec) -> {
		}).chat("a2a/travel").maxAttempts(1).user("Where?").call().content());
		assertThat(failure.kind()).isEqualTo(kind);
		assertThat(failure).hasMessageContaining("because");
	}

	@Test
	void anErrorOfTheProtocolKeepsItsKind() {
		this.llm.otherwise(Reply.json(
				"{\"jsonrpc\": \"2.0\", \"id\": \"1\", \"error\": {\"code\": -32601, \"message\": \"no such method\"}}"));
		LlmException failure = catchThrowableOfType(LlmException.class, () -> client((spec) -> {
		}).chat("a2a/travel").maxAttempts(1).user("Where?").call().content());
		assertThat(failure.kind()).isEqualTo(ErrorKind.NOT_FOUND);
	}

	@Test
	void membersOfAnotherTypeEndNoStream() {
		String odd = "data: {\"jsonrpc\":\"2.0\",\"id\":\"1\",\"result\":{\"kind\":\"artifact-update\",\"artifact\":"
				+ "[{\"parts\":[{\"kind\":\"text\",\"text\":\"x\"}]}],\"lastChunk\":true}}\n\n";
		this.llm.enqueue(Reply.sse(odd + SAMPLES.with("Paris")));
		assertThat(client((spec) -> {
		}).chat("a2a/travel").user("Where?").stream().response().block().content()).startsWith("Paris");
	}

	@Test
	void aStreamThatIsCutOffFailsWithThePart() {
		StreamSamples.checkCutOffs(SAMPLES.with("Paris"), "completed", this.llm, () -> client((spec) -> {
		}).chat("a2a/travel").user("Where?").stream().response().block());
	}

	@Test
	void refusesWhatAnAgentDecidesItself() {
		assertThatExceptionOfType(LlmUnsupportedParamsException.class).isThrownBy(() -> client((spec) -> {
		}).chat("a2a/travel").user("Where?").temperature(0.5).call().content()).withMessageContaining("temperature");
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> client((spec) -> spec.option("version", "2")).chat("a2a/travel").user("Where?").call().content());
		assertThat(failure).hasMessageContaining("litellm.providers.a2a.options.version");
	}

	private static Reply result(String result) {
		return Reply.json("{\"jsonrpc\": \"2.0\", \"id\": \"1\", \"result\": " + result + "}");
	}

	private LlmClient client(Consumer<ProviderSpec> change) {
		return LlmClient.builder().environment((name) -> null).provider("a2a", (spec) -> {
			spec.baseUrl(this.llm.url());
			change.accept(spec);
		}).settings((settings) -> settings.withRetries(Models.QUICK)).build();
	}

}
