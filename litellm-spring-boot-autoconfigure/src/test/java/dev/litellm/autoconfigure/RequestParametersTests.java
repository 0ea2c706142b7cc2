package dev.litellm.autoconfigure;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class RequestParametersTests {

	private static final String PREFIX = "litellm.providers.openai.default-options";

	private final StandardEnvironment environment = new StandardEnvironment();

	@Test
	void makesNumbersAndBooleansOfTexts() {
		assertThat(read(Map.of(PREFIX + ".temperature", "0.2", PREFIX + ".max_tokens", "100", PREFIX + ".store", "true",
				PREFIX + ".seed", "-7")))
			.containsOnly(entry("temperature", 0.2), entry("max_tokens", 100L), entry("store", true),
					entry("seed", -7L));
	}

	@Test
	void leavesTextsThatAreMeantAsTexts() {
		assertThat(read(Map.of(PREFIX + ".user", "42", PREFIX + ".metadata.build", "7", PREFIX + ".stop", "1")))
			.containsOnly(entry("user", "42"), entry("metadata", Map.of("build", "7")), entry("stop", "1"));
	}

	@Test
	void makesListsOfIndexes() {
		assertThat(read(Map.of(PREFIX + ".stop[0]", "a", PREFIX + ".stop[1]", "b")))
			.containsOnly(entry("stop", List.of("a", "b")));
	}

	@Test
	void knowsEverySpelling() {
		assertThat(read(Map.of(PREFIX + ".max-completion-tokens", 5, PREFIX + ".topP", 0.5)))
			.containsOnly(entry("max_completion_tokens", 5), entry("top_p", 0.5));
	}

	@Test
	void keepsTheNamesOfNestedAndUnknownParameters() {
		assertThat(read(Map.of(PREFIX + ".response_format.json_schema.strict", true, PREFIX + ".my_own_thing", 1)))
			.containsOnly(entry("response_format", Map.of("json_schema", Map.of("strict", true))),
					entry("my_own_thing", 1));
	}

	@Test
	void readsEnvironmentVariables() {
		this.environment.getPropertySources()
			.addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment",
					Map.of("LITELLM_PROVIDERS_OPENAI_DEFAULTOPTIONS_MAXTOKENS", "9")));
		assertThat(read(Map.of())).containsOnly(entry("max_tokens", 9L));
	}

	private static Map.Entry<String, Object> entry(String name, Object value) {
		return Map.entry(name, value);
	}

	private Map<String, Object> read(Map<String, Object> properties) {
		this.environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
		ConfigurationPropertySources.attach(this.environment);
		Map<String, Object> bound = Binder.get(this.environment)
			.bind(PREFIX, Bindable.mapOf(String.class, Object.class))
			.get();
		return Map.copyOf(new RequestParameters(OriginalNames.of(this.environment)).read(bound));
	}

}
