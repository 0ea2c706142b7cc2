package dev.litellm.json;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MembersTests {

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 7, 8, 9, 30 })
	void areAMapOfAnySize(int size) {
		Members members = new Members();
		Map<String, Object> expected = new LinkedHashMap<>();
		for (int i = 0; i < size; i++) {
			members.put("m" + i, i);
			expected.put("m" + i, i);
		}

		assertThat(members).isEqualTo(expected).hasSameHashCodeAs(expected);
		assertThat(members.keySet()).containsExactlyElementsOf(expected.keySet());
		assertThat(members.toMap()).isEqualTo(expected);
		assertThat(new Members(expected)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 8, 9 })
	void loseWhatIsTakenOut(int size) {
		Members members = new Members();
		for (int i = 0; i < size; i++) {
			members.put("m" + i, i);
		}

		assertThat(members.remove("m1")).isEqualTo(1);
		assertThat(members.remove("m1")).isNull();
		assertThat(members).hasSize(size - 1).doesNotContainKey("m1").containsEntry("m0", 0);
		members.put("m1", "back");
		assertThat(members.keySet()).last().isEqualTo("m1");
		members.keySet().removeIf((name) -> !name.equals("m1"));
		assertThat(members).containsOnly(Map.entry("m1", "back"));
	}

	@Test
	void keepThePlaceOfWhatIsPutInTwice() {
		Members members = new Members().add("a", 1).add("b", null);

		assertThat(members.put("a", 2)).isEqualTo(1);
		assertThat(members.putIfAbsent("b", 3)).isNull();

		members.replaceAll((name, value) -> name + value);
		assertThat(members).hasToString("{a=a2, b=b3}");
	}

	@Test
	void doNotChangeWhatWasMadeOfThem() {
		Members members = new Members().add("a", 1).add("b", 2);
		Map<String, Object> made = members.toMap();
		Map<String, Object> frozen = Json.frozen(members);
		members.put("a", 9);
		members.remove("b");

		assertThat(made).containsExactly(Map.entry("a", 1), Map.entry("b", 2)).isEqualTo(frozen);
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> made.put("c", 3));
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> frozen.remove("a"));
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> frozen.replaceAll((name, value) -> 9));
		Iterator<String> names = frozen.keySet().iterator();
		names.next();
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(names::remove);
	}

	@Test
	void areFrozenToTheirDepth() {
		Members inner = new Members().add("x", 1);
		Map<String, Object> frozen = Json.frozen(new Members().add("inner", inner));
		inner.put("x", 2);

		assertThat(frozen).isEqualTo(Map.of("inner", Map.of("x", 1)));
	}

}
