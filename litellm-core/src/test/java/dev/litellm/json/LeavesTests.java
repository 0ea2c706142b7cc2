package dev.litellm.json;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Leaves}.
 */
class LeavesTests {

	@Test
	void readsMembersHoweverDeepTheyStand() {
		assertThat(read("{\"a\":1,\"b\":{\"c\":\"d\",\"x\":[{}]},\"e\":{\"f\":{\"g\":true}},\"y\":[1,{\"a\":2}]}", "a",
				"b.c", "e.f.g"))
			.isEqualTo(Map.of("a", 1, "b.c", "d", "e.f.g", true));
	}

	@Test
	void readsTheFirstItemOfAList() {
		assertThat(
				read("{\"a\":[{\"b\":1},{\"b\":2,\"c\":3}],\"d\":[],\"e\":[[{\"f\":1}]]}", "a.b", "a.c", "d.x", "e.f"))
			.isEqualTo(Map.of("a.b", 1));
	}

	@Test
	void leavesOutWhatIsNullOrSomethingElse() {
		assertThat(read("{\"a\":null,\"b\":\"text\",\"c\":7}", "a", "b.c", "c.d.e", "f")).isEmpty();
	}

	@Test
	void tellsThatAnObjectOrAListIsThere() {
		assertThat(read("{\"a\":{\"b\":1},\"c\":[{\"d\":2}]}", "a", "a.b", "c"))
			.isEqualTo(Map.of("a", Map.of(), "a.b", 1, "c", List.of()));
	}

	private static Map<?, ?> read(String json, String... paths) {
		try (JsonParser parser = Json.parser(json)) {
			parser.nextToken();
			Map<?, ?> members = Leaves.of(paths).read(parser);
			assertThat(parser.currentToken()).isEqualTo(JsonToken.END_OBJECT);
			assertThat(parser.nextToken()).isNull();
			return members;
		}
	}

}
