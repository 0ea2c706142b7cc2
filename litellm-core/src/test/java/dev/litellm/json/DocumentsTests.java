package dev.litellm.json;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Documents}.
 */
class DocumentsTests {

	private final Documents<@Nullable Object> documents = new Documents<>((parser) -> Json.read(parser));

	private @Nullable Object read(String json) {
		byte[] bytes = ("###" + json + "###").getBytes(StandardCharsets.UTF_8);
		return this.documents.read(bytes, 3, bytes.length - 6);
	}

	@Test
	void readsOneDocumentAfterTheOther() {
		assertThat(read("{\"a\":[1,{\"b\":\"é北🙂\"}]}")).isEqualTo(Map.of("a", List.of(1, Map.of("b", "é北🙂"))));
		assertThat(read(" {\"a\":-1.5e3} \r\n")).isEqualTo(Map.of("a", -1500.0));
		assertThat(read("[]")).isEqualTo(List.of());
		assertThat(read("{\"long\":\"" + "x".repeat(100_000) + "\"}")).isEqualTo(Map.of("long", "x".repeat(100_000)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "{", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":[1,2", "[{\"a\":1}", "{\"a\":\"x",
			"{} {}", "{}x", "{}]", "<html>", "{\"a\":tru}", "{\"a\":01}", "{\"a\":1,}" })
	void refusesWhatIsNotOneWholeDocument(String json) {
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> read(json));
		assertThat(read("{\"a\":1}")).as("afterwards").isEqualTo(Map.of("a", 1));
	}

	@Test
	void skipsWhatTheReaderDoesNotWant() {
		Documents<String> names = new Documents<>((parser) -> {
			StringBuilder seen = new StringBuilder();
			while (parser.nextToken() == tools.jackson.core.JsonToken.PROPERTY_NAME) {
				seen.append(parser.currentName());
				parser.nextToken();
				parser.skipChildren();
			}
			return seen.toString();
		});
		byte[] bytes = "{\"a\":{\"x\":[{}]},\"b\":1,\"c\":[[]],\"d\":null}".getBytes(StandardCharsets.UTF_8);
		assertThat(names.read(bytes, 0, bytes.length)).isEqualTo("abcd");
	}

	@Test
	void skipsNothingBehindAValueThatWasRead() {
		Documents<String> documents = new Documents<>((parser) -> {
			Json.read(parser);
			parser.skipChildren();
			return "read";
		});
		byte[] bytes = "{\"a\":[]}".getBytes(StandardCharsets.UTF_8);
		assertThat(documents.read(bytes, 0, bytes.length)).isEqualTo("read");
	}

	@Test
	void refusesDeepNesting() {
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> read("[".repeat(10_000)));
	}

}
