package dev.litellm.test;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ScriptedLlmTests {

	private final ScriptedLlm llm = ScriptedLlm.start();

	private final Client client = new Client(this.llm);

	@AfterEach
	void close() {
		this.llm.close();
	}

	@Test
	void answersFromTheQueueInOrder() {
		this.llm.enqueue(Reply.error(503), Reply.text("Paris."));
		assertThat(this.client.chat().statusCode()).isEqualTo(503);
		assertThat(this.llm.remaining()).isOne();
		assertThat(this.client.ask()).isEqualTo("Paris.");
		assertThat(this.llm.remaining()).isZero();
	}

	@Test
	void echoesTheModelAndTheQuestionByDefault() {
		assertThat(this.client.ask("gpt-4o")).isEqualTo("gpt-4o heard: Where is the Louvre?");
	}

	@Test
	void answersAModelFromItsStandingAnswerBeforeTheQueue() {
		this.llm.enqueue(Reply.text("queued")).whenModel("a", Reply.text("standing"));
		assertThat(this.client.ask("a")).isEqualTo("standing");
		assertThat(this.client.ask("b")).isEqualTo("queued");
		assertThat(this.client.ask("a")).isEqualTo("standing");
	}

	@Test
	void lastReplyOfAStandingAnswerStays() {
		this.llm.whenModel("a", Reply.error(500), Reply.error(503), Reply.text("up"));
		assertThat(this.client.chat("a").statusCode()).isEqualTo(500);
		assertThat(this.client.chat("a").statusCode()).isEqualTo(503);
		assertThat(this.client.ask("a")).isEqualTo("up");
		assertThat(this.client.ask("a")).isEqualTo("up");
	}

	@Test
	void latestStandingAnswerWins() {
		this.llm.whenPath("/completions", Reply.text("first")).when((request) -> true, Reply.text("second"));
		assertThat(this.client.ask()).isEqualTo("second");
	}

	@Test
	void standingAnswerMayDependOnTheRequest() {
		this.llm.when((request) -> request.model().startsWith("x"), (request) -> Reply.text(request.model() + "!"));
		assertThat(this.client.ask("xyz")).isEqualTo("xyz!");
	}

	@Test
	void answersWhateverIsLeftAsTold() {
		this.llm.otherwise(Reply.text("no")).enqueue(Reply.text("yes"));
		assertThat(this.client.ask()).isEqualTo("yes");
		assertThat(this.client.ask()).isEqualTo("no");
	}

	@Test
	void saysThatTheScriptFailedWhenItThrows() {
		this.llm.otherwise((request) -> {
			throw new IllegalStateException("no idea");
		});
		assertThat(this.client.chat().statusCode()).isEqualTo(500);
		assertThat(this.client.chat().body()).contains("script_error", "no idea", "model=gpt-4o");
	}

	@Test
	void saysWhichAssertionOfTheScriptFailed() {
		this.llm.when((request) -> {
			assertThat(request.model()).isEqualTo("another");
			return true;
		}, Reply.text("never"));
		assertThat(this.client.chat().body()).contains("script_error", "another");
	}

	@Test
	void answersAnyPath() {
		this.llm.enqueue(Reply.text("deployed"));
		String path = "/openai/deployments/eu/chat/completions?api-version=2024-10-21";
		assertThat(this.client.send(this.client.post(path, "{}")).body()).contains("deployed");
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.path()).isEqualTo("/v1/openai/deployments/eu/chat/completions");
		assertThat(request.uri().getQuery()).isEqualTo("api-version=2024-10-21");
	}

	@Test
	void echoesWhatItDoesNotKnow() {
		assertThat(this.client.send(this.client.post("/rerank", "{\"query\":\"q\"}")).body())
			.isEqualTo("{\"method\":\"POST\",\"path\":\"/v1/rerank\",\"body\":{\"query\":\"q\"}}");
	}

	@Test
	void listsModelsWithoutUsingTheQueue() {
		this.llm.models("a", "b").enqueue(Reply.error(500));
		assertThat(Client.json(this.client.get("/v1/models")).at("/data").findValuesAsString("id")).containsExactly("a",
				"b");
		assertThat(Client.json(this.client.get("/v1/models/b")).path("id").stringValue()).isEqualTo("b");
		assertThat(this.client.get("/v1/models/c").statusCode()).isEqualTo(404);
		assertThat(this.llm.remaining()).isOne();
	}

	@Test
	void isAliveAsALiteLlmProxyIs() {
		this.llm.requireKey("sk-test");
		assertThat(this.client.get("/health/liveliness").body()).isEqualTo("\"I'm alive!\"");
		assertThat(this.client.get("/health/readiness").body()).contains("\"status\":\"healthy\"");
	}

	@Test
	void refusesAnotherKeyThanTheRequiredOne() {
		this.llm.requireKey("sk-other");
		assertThat(this.client.chat().statusCode()).isEqualTo(401);
		assertThat(this.client.chat().body()).contains("\"code\":\"invalid_api_key\"").doesNotContain("sk-");
		this.llm.requireKey("sk-test");
		assertThat(this.client.chat().statusCode()).isEqualTo(200);
	}

	@Test
	void recordsRequestsInTheOrderOfArrival() {
		this.client.ask("a");
		this.client.ask("b");
		assertThat(this.llm.requests()).extracting(RecordedRequest::model).containsExactly("a", "b");
		assertThat(this.llm.takeRequest().model()).isEqualTo("a");
		assertThat(this.llm.takeRequest().model()).isEqualTo("b");
		assertThat(this.llm.requests()).hasSize(2);
	}

	@Test
	void saysWhatArrivedWhenThereIsNoRequestToTake() {
		this.client.ask("a");
		this.llm.takeRequest();
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> this.llm.takeRequest(Duration.ofMillis(1)))
			.withMessage("No request arrived within PT0.001S; those before were "
					+ "[POST /v1/chat/completions model=a stream=false]");
	}

	@Test
	void keepsTheMostRecentRequestsOnly() {
		this.llm.keepRequests(2);
		this.client.ask("a");
		this.client.ask("b");
		this.client.ask("c");
		assertThat(this.llm.requests()).extracting(RecordedRequest::model).containsExactly("b", "c");
		assertThat(this.llm.takeRequest().model()).isEqualTo("b");
	}

	@Test
	void forgetsEverythingWhenReset() {
		this.llm.enqueue(Reply.error(500)).otherwise(Reply.error(501)).requireKey("sk-other");
		this.llm.whenModel("gpt-4o", Reply.error(502));
		this.client.chat();
		this.llm.reset();
		assertThat(this.llm.requests()).isEmpty();
		assertThat(this.client.ask()).isEqualTo("gpt-4o heard: Where is the Louvre?");
	}

	@Test
	void refusesConnectionsWhenClosed() {
		this.llm.close();
		assertThatExceptionOfType(Client.BrokenAnswerException.class).isThrownBy(this.client::chat)
			.havingCause()
			.isInstanceOf(ConnectException.class);
	}

	@Test
	void saysWhichPortIsTaken() {
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> ScriptedLlm.start(this.llm.port()))
			.withMessage("Cannot listen on 127.0.0.1:" + this.llm.port() + ": choose another port");
	}

}
