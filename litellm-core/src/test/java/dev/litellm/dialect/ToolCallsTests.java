package dev.litellm.dialect;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.litellm.chat.ToolCall;
import dev.litellm.error.FailureException;
import dev.litellm.json.Json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ToolCalls}.
 */
class ToolCallsTests {

	@Test
	void writesArgumentsAsTheyWereGiven() {
		String given = "{\"city\": \"Paris\", \"at\": 1.50, \"days\": [1, 2]}";
		assertThat(written(given)).isEqualTo(given);
		assertThat(ToolCalls.text(call(given))).isEqualTo(given);
	}

	@Test
	void writesHalfACharacterOfArgumentsAsAnEscape() {
		String half = "🙂".substring(0, 1);
		Json.Writable input = ToolCalls.input(call("{\"" + half + "\":\"" + half + "x🙂\"}"));
		assertThat(Json.utf8(Json.bytes(input))).isEqualTo("{\"\\uD83D\":\"\\uD83Dx🙂\"}");
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "  ", "{}" })
	void writesAnEmptyObjectWhereThereAreNoArguments(@Nullable String given) {
		assertThat(written(given)).isEqualTo("{}");
		assertThat(ToolCalls.text(call(given))).isEqualTo("{}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "\"x\"", "null", "{", "{\"a\":}", "{\"a\":\"\\q\"}", "{\"a\":tru}", "{} {}", "{}x",
			"Paris" })
	void refusesArgumentsThatAreNoObject(String given) {
		assertThatExceptionOfType(FailureException.class).isThrownBy(() -> written(given))
			.withMessageContaining("the arguments of the call of tool 'weather'");
	}

	@Test
	void refusesArgumentsThatAreNestedVeryDeep() {
		assertThatExceptionOfType(FailureException.class)
			.isThrownBy(() -> written("{\"a\":".repeat(2000) + "1" + "}".repeat(2000)));
	}

	private static String written(@Nullable String arguments) {
		return Json.text(ToolCalls.input(call(arguments)));
	}

	private static ToolCall call(@Nullable String arguments) {
		return new ToolCall(null, "call_1", "function", "weather", arguments, Map.of());
	}

}
