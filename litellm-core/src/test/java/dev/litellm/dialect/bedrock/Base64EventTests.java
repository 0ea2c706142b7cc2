package dev.litellm.dialect.bedrock;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Base64Event}.
 */
class Base64EventTests {

	private final Base64Event events = new Base64Event();

	private int open(String event) {
		byte[] bytes = ("#" + event + "#").getBytes(StandardCharsets.UTF_8);
		return this.events.open(bytes, 1, bytes.length - 2);
	}

	@Test
	void opensEventsOfAnyBytesAndLength() {
		Random random = new Random(7);
		for (int length = 1; length < 2_000; length += 1 + length / 50) {
			byte[] event = new byte[length];
			random.nextBytes(event);
			String text = Base64.getEncoder().encodeToString(event);
			for (String end : new String[] { "}", ",\"p\":\"abcdefghABC\"}", ",\"p\":\"\"}" }) {
				assertThat(open("{\"bytes\":\"" + text + '"' + end)).isEqualTo(length);
				assertThat(Arrays.copyOf(this.events.event(), length)).isEqualTo(event);
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "[1]", "{\"bytes\":\"\"}", "{\"bytes\":\"e30", "{\"bytes\":\"e30=\"",
			"{\"bytes\":\"e30=\",\"p\":\"a\"", "{\"bytes\":\"e30=\",\"p\":\"a", "{\"bytes\":\"e30=\",\"p\":1}",
			"{\"bytes\":\"e30=\",\"p\":\"a\\n\"}", "{\"bytes\":\"e30=\",\"p\":\"\u00e9\"}", "{\"bytes\":\"e30=\"}}",
			"{\"bytes\":\"e30=\"} ", "{\"bytes\": \"e30=\"}", "{\"p\":\"a\",\"bytes\":\"e30=\"}",
			"{\"bytes\":\"e30=\",\"q\":\"a\"}", "{\"bytes\":\"e30\"}", "{\"bytes\":\"e3==0===\"}",
			"{\"bytes\":\"e===\"}", "{\"bytes\":\"====\"}", "{\"bytes\":\"e3-_\"}", "{\"bytes\":\"e\\/30\"}",
			"{\"bytes\":\"e3\u00e90\"}" })
	void leavesAllElseToAReaderOfJson(String event) {
		assertThat(open(event)).isNegative();
	}

}
