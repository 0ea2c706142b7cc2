package dev.litellm.autoconfigure;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import dev.litellm.call.Secret;

import static org.assertj.core.api.Assertions.assertThat;

class LiteLlmRuntimeHintsTests {

	private final RuntimeHints hints = new RuntimeHints();

	@BeforeEach
	void register() {
		new LiteLlmRuntimeHints().registerHints(this.hints, getClass().getClassLoader());
	}

	@Test
	void keepsEveryDataFile() throws IOException {
		List<String> files = Stream
			.of(new PathMatchingResourcePatternResolver().getResources("classpath*:dev/litellm/provider/*.*"))
			.map(Resource::getFilename)
			.filter((name) -> name != null && !name.endsWith(".class"))
			.toList();
		assertThat(files).contains("providers.properties", "names.txt")
			.allSatisfy(
					(file) -> assertThat(RuntimeHintsPredicates.resource().forResource("dev/litellm/provider/" + file))
						.accepts(this.hints));
	}

	@Test
	void letsKeysBeBound() throws NoSuchMethodException {
		assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(Secret.class.getMethod("of", String.class)))
			.accepts(this.hints);
	}

}
