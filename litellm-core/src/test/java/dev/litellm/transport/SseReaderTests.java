package dev.litellm.transport;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SseReader}.
 */
class SseReaderTests {

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r", "\r\n" })
	void endsLinesAtCarriageReturnsAndLineFeeds(String end) {
		assertThat(frames("data: a" + end + end + "data: b" + end + end)).containsExactly("a", "b", "end");
	}

	@Test
	void takesLineEndsOfAllKindsInOneBody() {
		assertThat(frames("data: a\r\ndata: b\rdata: c\n\rdata: d\n\r\ndata: e\r\r")).containsExactly("a\nb\nc", "d",
				"e", "end");
	}

	@Test
	void doesNotTakeCarriageReturnAndLineFeedForTwoLineEnds() {
		assertThat(frames("data: a\r\ndata: b\r\n\r\n")).containsExactly("a\nb", "end");
	}

	@Test
	void joinsTheLinesOfAnEvent() {
		assertThat(frames("data: a\ndata:\ndata: b\n\n")).containsExactly("a\n\nb", "end");
	}

	@Test
	void takesOneSpaceAwayAfterTheColonAndNoMore() {
		assertThat(frames("data:a\n\ndata: b\n\ndata:  c\n\n")).containsExactly("a", "b", " c", "end");
	}

	@Test
	void leavesCommentsAndOtherFieldsOut() {
		assertThat(frames(": ping\n\nid: 7\nretry: 10\ndata: a\n: b\ndatum: c\ndat: d\nDATA: e\n\n"))
			.containsExactly("a", "end");
	}

	@Test
	void namesAnEventAndTheNextOneNot() {
		assertThat(frames("event: ping\ndata: a\n\ndata: b\n\nevent:ping\ndata: c\n\nevent: pong\n\ndata: d\n\n"))
			.containsExactly("ping|a", "b", "ping|c", "d", "end");
	}

	@Test
	void givesTheNameThatAnEventGaveItselfLast() {
		assertThat(frames("event: a\nevent: é\ndata: x\n\nevent\ndata: y\n\n")).containsExactly("é|x", "|y", "end");
	}

	@Test
	void takesAFieldWithoutColonForAnEmptyOne() {
		assertThat(frames("data\ndata: a\n\n")).containsExactly("\na", "end");
	}

	@ParameterizedTest
	@ValueSource(strings = { "data\n\n", "data:\n\n", "data: \n\n", ":\n\n", "event: ping\n\n", "\n\n\n" })
	void leavesEventsWithoutDataOut(String event) {
		assertThat(frames(event + "data: a\n\n")).containsExactly("a", "end");
	}

	@Test
	void leavesAByteOrderMarkOutAtTheBeginningOnly() {
		assertThat(frames("\uFEFFdata: a\n\n\uFEFFdata: b\n\ndata: \uFEFFc\n\n")).containsExactly("a", "\uFEFFc",
				"end");
	}

	@ParameterizedTest
	@ValueSource(strings = { "data: a", "data: a\n", "data: a\r", "data: a\r\n", "data: a\n\n" })
	void givesTheLastEventOutWhereItsEndIsMissing(String body) {
		assertThat(frames(body)).containsExactly("a", "end");
	}

	@Test
	void givesNothingOutOfAnEmptyBody() {
		assertThat(frames("")).containsExactly("end");
	}

	@ParameterizedTest
	@ValueSource(strings = { "data: [DONE]\n\n", "data: {\n\ndata: x\n\n", "data: {", "\n\n\r\n", "garbage" })
	void readsNothingAfterTheEndMark(String rest) {
		assertThat(frames("data: a\n\ndata: [DONE]\n\n" + rest)).containsExactly("a", "[DONE]", "end");
	}

	private static List<String> frames(String body) {
		return FrameLog.frames(Framing.SSE, body);
	}

}
