package dev.litellm.transport;

import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WireHeaders}.
 */
class WireHeadersTests {

	private final WireHeaders headers = new WireHeaders();

	@Test
	void keepsTheOrderInWhichHeadersCameIn() {
		for (int i = 0; i < 20; i++) {
			this.headers.put("x-" + i, "v" + i);
		}
		assertThat(this.headers).hasSize(20).containsEntry("x-19", "v19");
		assertThat(this.headers.keySet()).startsWith("x-0", "x-1", "x-2").endsWith("x-18", "x-19");
	}

	@Test
	void takesNamesForTheSameInAnyCase() {
		assertThat(this.headers.put("Accept", "a")).isNull();
		assertThat(this.headers.put("accept", "b")).isEqualTo("a");
		assertThat(this.headers).hasSize(1).containsEntry("Accept", "b");
		assertThat(this.headers.get("ACCEPT")).isEqualTo("b");
		assertThat(this.headers.remove("aCCept")).isEqualTo("b");
		assertThat(this.headers).isEmpty();
		assertThat(this.headers.remove("accept")).isNull();
	}

	@Test
	void takesOthersAndLeavesThemAsTheyAre() {
		Map<String, String> others = new LinkedHashMap<>();
		others.put("X-Key", "one");
		others.put("x-key", "two");
		others.put("Accept", "json");
		WireHeaders first = new WireHeaders(others);
		WireHeaders second = new WireHeaders(first);
		second.put("accept", "text");
		second.put("More", "1");
		assertThat(first).hasSize(2).containsEntry("X-Key", "two").containsEntry("Accept", "json");
		assertThat(second).hasSize(3).containsEntry("Accept", "text").containsEntry("More", "1");
	}

	@Test
	void takesOutWhatIsNotWanted() {
		this.headers.put("a", "1");
		this.headers.put("b", "2");
		this.headers.put("c", "3");
		this.headers.keySet().removeIf((name) -> !name.equals("b"));
		assertThat(this.headers).containsOnly(Map.entry("b", "2"));
	}

}
