package dev.litellm.embedding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.litellm.call.CallOptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link EmbeddingRequest}.
 */
class EmbeddingRequestTests {

	private static EmbeddingRequest request(List<?> input, Map<String, Object> parameters) {
		return new EmbeddingRequest("m", input, new HashMap<>(parameters), CallOptions.none());
	}

	@Test
	void keepsWhatItWasMadeOf() {
		List<String> input = new ArrayList<>(List.of("a"));
		List<Integer> inner = new ArrayList<>(List.of(1));
		EmbeddingRequest request = request(input, Map.of("own", inner));
		input.clear();
		inner.clear();
		assertThat(request.input()).hasToString("[a]");
		assertThat(request.parameters()).isEqualTo(Map.of("own", List.of(1)));
	}

	@Test
	void keepsItsOwnParametersBeforeDefaults() {
		EmbeddingRequest request = request(List.of("a"), Map.of("dimensions", 1))
			.withDefaults(Map.of("dimensions", 2, "user", "u"));
		assertThat(request.parameters()).isEqualTo(Map.of("dimensions", 1, "user", "u"));
	}

	@Test
	void refusesWhatCannotBeSent() {
		assertThatIllegalArgumentException().isThrownBy(() -> request(List.of(), Map.of()))
			.withMessageContaining("'input' is empty");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new EmbeddingRequest(" ", List.of("a"), Map.of(), CallOptions.none()))
			.withMessageContaining("'model' is blank");
		assertThatIllegalArgumentException().isThrownBy(() -> request(List.of("a"), Map.of("x", Double.NaN)))
			.withMessageContaining("'x' is NaN");
	}

}
