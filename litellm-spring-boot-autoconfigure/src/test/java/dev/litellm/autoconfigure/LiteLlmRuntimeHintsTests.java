package dev.litellm.autoconfigure;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;

import dev.litellm.provider.Providers;

import static org.assertj.core.api.Assertions.assertThat;

class LiteLlmRuntimeHintsTests {

	@ParameterizedTest
	@ValueSource(strings = { "providers.properties", "names.txt" })
	void keepsTheDataFiles(String file) {
		RuntimeHints hints = new RuntimeHints();
		new LiteLlmRuntimeHints().registerHints(hints, getClass().getClassLoader());
		assertThat(Providers.class.getResource(file)).isNotNull();
		assertThat(RuntimeHintsPredicates.resource().forResource("dev/litellm/provider/" + file)).accepts(hints);
	}

}
