package dev.litellm.transport;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NdjsonReader}.
 */
class NdjsonReaderTests {

	@Test
	void givesOutEachLine() {
		assertThat(frames("{\"a\":1}\n{\"b\":2}\r\n{\"c\":3}\r")).containsExactly("{\"a\":1}", "{\"b\":2}", "{\"c\":3}",
				"end");
	}

	@Test
	void leavesBlankLinesOut() {
		assertThat(frames("\n\n{}\n \t\r\n\r\n{}\n")).containsExactly("{}", "{}", "end");
	}

	@Test
	void givesTheLastLineOutWhereItsEndIsMissing() {
		assertThat(frames("{}\n{\"done\":true}")).containsExactly("{}", "{\"done\":true}", "end");
	}

	@Test
	void leavesAByteOrderMarkOut() {
		assertThat(frames("\uFEFF{}\n")).containsExactly("{}", "end");
	}

	private static List<String> frames(String body) {
		return FrameLog.frames(Framing.NDJSON, body);
	}

}
