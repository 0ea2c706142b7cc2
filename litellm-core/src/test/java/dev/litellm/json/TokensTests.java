package dev.litellm.json;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Tokens}.
 */
class TokensTests {

	@Test
	void readsScalarsAsTexts() {
		List<String> texts = new ArrayList<>();
		try (JsonParser parser = Json
			.parser("{\"a\":\"x\",\"b\":{\"c\":[1]},\"d\":5.0,\"e\":null,\"f\":[{}],\"g\":true}")) {
			parser.nextToken();
			for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
				texts.add(name + "=" + Tokens.scalar(parser));
			}
		}
		assertThat(texts).containsExactly("a=x", "b=null", "d=5.0", "e=null", "f=null", "g=true");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "null", "true", "12", "1.50", "1e400", "12345678901234567890.123456789012345",
			"\"a\\\"b\\n\\u0001é😀\"", "{\"a\":[1,{\"b\":null},[[]]],\"c\":\"d\",\"c\":-0.0}" })
	void givesAValueAsItsText(String json) {
		try (JsonParser parser = Json.parser("[" + json + ", 7]")) {
			parser.nextToken();
			parser.nextToken();
			assertThat(Tokens.json(parser)).isEqualTo(json);
			parser.nextToken();
			assertThat(parser.getIntValue()).isEqualTo(7);
		}
	}

	@Test
	void leavesTheBlanksOfAValueOut() {
		try (JsonParser parser = Json.parser(" { \"a\" : [ 1 , 2 ] } ")) {
			parser.nextToken();
			assertThat(Tokens.json(parser)).isEqualTo("{\"a\":[1,2]}");
		}
	}

	@Test
	void readsTextsAndSkipsWhatIsNone() {
		List<String> texts = new ArrayList<>();
		try (JsonParser parser = Json.parser("{\"a\":\"x\",\"b\":{\"c\":[1]},\"d\":5,\"e\":null,\"f\":\"\"}")) {
			parser.nextToken();
			for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
				texts.add(name + "=" + Tokens.text(parser));
			}
		}
		assertThat(texts).containsExactly("a=x", "b=null", "d=null", "e=null", "f=");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", " {\"a\":[{}]} ", "\n{\"a\":1e400}" })
	void tellsAnObject(String json) {
		assertThat(Tokens.isObject(json)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "[]", "\"{}\"", "{", "{\"a\":}", "{} {}", "{}x", "\u2003{}" })
	void tellsWhatIsNoObject(String json) {
		assertThat(Tokens.isObject(json)).isFalse();
	}

}
