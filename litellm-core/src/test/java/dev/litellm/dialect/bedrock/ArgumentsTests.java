package dev.litellm.dialect.bedrock;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.litellm.chat.Tool;
import dev.litellm.chat.ToolCall;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Arguments}.
 */
class ArgumentsTests {

	private static final List<Tool> TOOLS = List.of(Tool.function("weather", null, null));

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " \n", "null", " null ", "\"\"" })
	void takesNothingForAnEmptyObject(String text) {
		assertThat(Arguments.read(text)).containsExactly("{}");
	}

	@Test
	void readsObjectsInARowAsTheyStandThere() {
		String large = "{\"é\": \"" + "x".repeat(100_000) + "\"}";
		assertThat(Arguments.read(" {\"a\": 1.10}{} \n" + large)).containsExactly("{\"a\": 1.10}", "{}", large);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "{\"a\":1}{", "[{}]", "{} 1", "{\"a\":01}", "Paris" })
	void readsNoneWhereTheTextIsSomethingElse(String text) {
		assertThat(Arguments.read(text)).isEmpty();
	}

	@Test
	void readsACallThatIsTheWholeText() {
		ToolCall call = Arguments
			.call(" {\"type\": \"function\", \"name\": \"weather\", \"parameters\": {\"a\": 1.10}}", TOOLS);
		assertThat(call.name()).isEqualTo("weather");
		assertThat(call.arguments()).isEqualTo("{\"a\":1.10}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"name\":\"other\",\"parameters\":{}}", "{\"name\":\"weather\"}",
			"{\"name\":\"weather\",\"parameters\":[]}", "{\"name\":\"weather\",\"parameters\":{}} is what I call",
			"{\"name\":\"weather\",\"parameters\":{}", "Call {\"name\":\"weather\",\"parameters\":{}}" })
	void takesAnyOtherTextForNoCall(String text) {
		assertThat(Arguments.call(text, TOOLS)).isNull();
	}

}
