package dev.litellm.test;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClosedByClientTests {

	private static final Duration SOON = Duration.ofSeconds(5);

	private final ScriptedLlm llm = ScriptedLlm.start();

	@AfterEach
	void close() {
		this.llm.close();
	}

	@Test
	void isTrueWhenTheClientLeavesWhileNothingIsAnswered() throws IOException {
		assertSeesTheClientGo(Reply.hang(), "");
	}

	@Test
	void isTrueWhenTheClientLeavesDuringTheDelay() throws IOException {
		assertSeesTheClientGo(Reply.text("late").delay(Duration.ofHours(1)), "");
	}

	@Test
	void isTrueWhenTheClientLeavesAfterTheHeaders() throws IOException {
		assertSeesTheClientGo(Reply.text("never").stallAfter(0), "\r\n\r\n");
	}

	@Test
	void isTrueWhenTheClientLeavesInTheMiddle() throws IOException {
		assertSeesTheClientGo(Reply.stream("a", "b").stallAfter(1), "\"a\"");
	}

	@Test
	void isTrueWhenTheClientLeavesBetweenSlowChunks() throws IOException {
		assertSeesTheClientGo(Reply.stream("a", "b").pauseAfter(1, Duration.ofHours(1)), "\"a\"");
	}

	@Test
	void isTrueWhenTheClientLeavesAnEndlessStream() throws IOException {
		String[] pieces = new String[20_000];
		Arrays.fill(pieces, "piece");
		assertSeesTheClientGo(Reply.stream(pieces), "piece");
	}

	private void assertSeesTheClientGo(Reply reply, String after) throws IOException {
		this.llm.otherwise(reply);
		for (boolean reset : new boolean[] { true, false }) {
			RawClient client = new RawClient(this.llm).ask(true);
			client.readUntil(after);
			RecordedRequest request = this.llm.takeRequest();
			assertThat(request.closedByClient()).isNotDone();
			if (reset) {
				client.reset();
			}
			else {
				client.close();
			}
			assertThat(request.closedByClient()).succeedsWithin(SOON).isEqualTo(true);
		}
	}

	@Test
	void isFalseWhenTheAnswerIsComplete() {
		new Client(this.llm).ask();
		assertThat(this.llm.takeRequest().closedByClient()).succeedsWithin(SOON).isEqualTo(false);
	}

	@Test
	void isFalseWhenTheServerCloses() throws IOException {
		this.llm.enqueue(Reply.hang());
		try (RawClient client = new RawClient(this.llm).ask(true)) {
			RecordedRequest request = this.llm.takeRequest();
			this.llm.close();
			assertThat(request.closedByClient()).succeedsWithin(SOON).isEqualTo(false);
			assertThat(client.readAll()).isEmpty();
		}
	}

	@Test
	void cannotBeCompletedByATest() {
		this.llm.enqueue(Reply.text("x"));
		new Client(this.llm).ask();
		RecordedRequest request = this.llm.takeRequest();
		request.closedByClient().obtrudeValue(true);
		assertThat(request.closedByClient()).succeedsWithin(SOON).isEqualTo(false);
	}

}
