package dev.litellm.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Tests for {@link Json}.
 */
class JsonTests {

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "null", "true", "0", "-1", "\"\"", "\"é北🙂\\n\\\"\"", "[[],{},[null]]",
			"{\"a\":{\"b\":[1,2.5,\"c\",false,null]},\"d\":{}}", "9223372036854775807", "18446744073709551616",
			"123456789012345678901234567890", "0.1", "1.5E300", "1E+400", "0.12345678901234567890123456789" })
	void writesWhatItHasRead(String json) {
		assertThat(Json.text(Json.read(json))).isEqualTo(json);
	}

	static Stream<Arguments> numbers() {
		return Stream.of(arguments("1", 1), arguments("2147483648", 2147483648L),
				arguments("9223372036854775808", new BigInteger("9223372036854775808")), arguments("0.1", 0.1),
				arguments("1e2", 100.0), arguments("1e400", new BigDecimal("1e400")),
				arguments("0.1000000000000000055511151231257827",
						new BigDecimal("0.1000000000000000055511151231257827")));
	}

	@ParameterizedTest
	@MethodSource("numbers")
	void readsANumberWithoutLosingAnyOfIt(String json, Number number) {
		assertThat(Json.read(json)).isEqualTo(number);
	}

	@Test
	void takesTheLaterOfTwoMembersOfOneName() {
		assertThat(Json.read("{\"a\":1,\"b\":2,\"a\":3}")).isEqualTo(Map.of("a", 3, "b", 2));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 7, 8, 9, 10, 500 })
	void keepsTheOrderOfMembersHoweverManyTheyAre(int count) {
		StringBuilder json = new StringBuilder("{");
		for (int i = 0; i < count; i++) {
			json.append((i > 0) ? "," : "").append("\"m").append(count - i).append("\":").append(i);
		}
		Object read = Json.read(json.append('}').toString());
		assertThat(Json.text(read)).isEqualTo(json.toString());
		assertThat(read).isInstanceOf(Map.class).isEqualTo(JsonMapper.shared().readValue(json.toString(), Map.class));
	}

	@Test
	void givesValuesThatCannotBeChanged() {
		Map<?, ?> read = (Map<?, ?>) Json.read("{\"a\":{\"b\":[1]}}");
		assertThat(read).isNotNull();
		Map<?, ?> inner = (Map<?, ?>) read.get("a");
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(read::clear);
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> inner.remove("b"));
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> ((List<?>) inner.get("b")).remove(0));
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> inner.entrySet().iterator().next().setValue(null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "{", "[1", "{\"a\"}", "{a:1}", "[1,]", "NaN", "\"a", "tru", "{\"a\":1,}", "'a'" })
	void refusesWhatIsNotJson(String json) {
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> Json.read(json));
	}

	@ParameterizedTest
	@ValueSource(strings = { "[", "{\"a\":" })
	void refusesDeepNestingInsteadOfRunningOutOfStack(String open) {
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> Json.read(open.repeat(100_000)))
			.withMessageContaining("nesting depth");
	}

	@Test
	void readsATextOfManyMegabytes() {
		String text = "x".repeat(25_000_000);
		assertThat(Json.read("\"" + text + "\"")).isEqualTo(text);
	}

	@Test
	void writesWhatCallersGive() {
		Map<String, @Nullable Object> given = new LinkedHashMap<>();
		given.put("text", new StringBuilder("a"));
		given.put("numbers", Arrays.asList(1, 2L, 3.5, 4.5f, new BigDecimal("1e3"), (short) 5));
		given.put("array", new Object[] { "a", null });
		given.put("ints", new int[] { 1, 2 });
		given.put("floats", new float[] { 0.5f });
		given.put("bytes", new byte[] { 1, 2, 3 });
		given.put("enum", TimeUnit.SECONDS);
		given.put("date", LocalDate.of(2026, 1, 2));
		given.put("time", Duration.ofSeconds(3));
		given.put("uri", URI.create("https://example.org"));
		given.put("node", JsonMapper.shared().readTree("{\"a\":[1]}"));
		given.put("map", Map.of(1, 'c'));
		String json = """
				{"text":"a","numbers":[1,2,3.5,4.5,1E+3,5],"array":["a",null],"ints":[1,2],"floats":[0.5],\
				"bytes":"AQID","enum":"SECONDS","date":"2026-01-02","time":"PT3S","uri":"https://example.org",\
				"node":{"a":[1]},"map":{"1":"c"}}""";
		assertThat(Json.text(given)).isEqualTo(json);
		assertThat(Json.text(Json.frozen(given))).isEqualTo(json);
	}

	@Test
	void copiesAllThatMayChange() {
		List<Object> list = new ArrayList<>(List.of(1));
		Map<String, Object> inner = new HashMap<>(Map.of("list", list));
		Map<String, Object> outer = new HashMap<>(Map.of("inner", inner));
		Map<String, @Nullable Object> frozen = Json.frozen(outer);
		list.add(2);
		inner.put("x", 1);
		outer.clear();
		assertThat(frozen).isEqualTo(Map.of("inner", Map.of("list", List.of(1))));
		assertThat(Json.frozen(frozen)).isSameAs(frozen);
	}

	static Stream<Arguments> refused() {
		Map<String, Object> itself = new HashMap<>();
		itself.put("me", itself);
		return Stream.of(arguments(Map.of("a", Map.of("b", List.of(1, Double.NaN))), "'a.b.1' is NaN"),
				arguments(Map.of("f", Float.POSITIVE_INFINITY), "'f' is Infinity"),
				arguments(Map.of("o", new Object()), "'o' is a java.lang.Object: give a map"),
				arguments(itself, "does it hold itself?"));
	}

	@ParameterizedTest
	@MethodSource("refused")
	void refusesWhatCannotBecomeJsonAndSaysWhere(Map<String, ?> given, String problem) {
		assertThatIllegalArgumentException().isThrownBy(() -> Json.frozen(given)).withMessageContaining(problem);
	}

	@Test
	void writesHalfACharacterAsAnEscapeSoThatTheBodyStaysProperUtf8() {
		byte[] bytes = Json.bytes("🙂".substring(0, 1) + "🙂");
		assertThat(Json.utf8(bytes)).isEqualTo("\"\\uD83D🙂\"");
	}

	@Test
	void refusesToWriteWhatIsNestedTooDeep() {
		Map<String, Object> itself = new HashMap<>();
		itself.put("me", itself);
		assertThatIllegalArgumentException().isThrownBy(() -> Json.bytes(itself))
			.withMessageContaining("nesting depth");
	}

}
