package dev.litellm.autoconfigure;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.litellm.provider.Providers;

import static org.assertj.core.api.Assertions.assertThat;

class MetadataTests {

	private static final JsonNode METADATA = JsonMapper.shared()
		.readTree(Path.of("target/classes/META-INF/spring-configuration-metadata.json").toFile());

	@Test
	void everyPropertyIsOurs() {
		assertThat(properties()).isNotEmpty()
			.extracting(MetadataTests::name)
			.doesNotHaveDuplicates()
			.allMatch((name) -> name.startsWith("litellm.") || name.equals("management.health.litellm.enabled")
					|| name.startsWith("management.endpoint.litellm."));
	}

	@Test
	void everyPropertyIsDescribed() {
		assertThat(properties()).filteredOn((property) -> description(property).isBlank())
			.extracting(MetadataTests::name)
			.isEmpty();
	}

	@Test
	void descriptionsStartWithTheThingItself() {
		assertThat(properties()).filteredOn((property) -> !description(property).matches("(?!(The|A|An) )\\p{Lu}[^{]*"))
			.extracting(MetadataTests::name, MetadataTests::description)
			.isEmpty();
	}

	@Test
	void booleansAreDescribedAsQuestions() {
		assertThat(properties())
			.filteredOn((property) -> property.path("type").asString("").equals("java.lang.Boolean"))
			.filteredOn((property) -> !description(property).startsWith("Whether "))
			.extracting(MetadataTests::name, MetadataTests::description)
			.isEmpty();
	}

	@Test
	void everyHintIsOfAProperty() {
		List<String> names = properties().stream().map(MetadataTests::name).toList();
		assertThat(METADATA.path("hints")).extracting(MetadataTests::name)
			.allMatch((name) -> names.contains(name.replaceAll("\\.(keys|values)$", "")));
	}

	@Test
	void everyProviderIsHinted() {
		JsonNode hint = StreamSupport.stream(METADATA.path("hints").spliterator(), false)
			.filter((candidate) -> name(candidate).equals("litellm.providers.keys"))
			.findFirst()
			.orElseThrow();
		assertThat(hint.path("values")).extracting((value) -> value.path("value").asString(""))
			.containsExactlyElementsOf(Providers.builtIn().names());
	}

	private static List<JsonNode> properties() {
		return StreamSupport.stream(METADATA.path("properties").spliterator(), false).toList();
	}

	private static String name(JsonNode item) {
		return item.path("name").asString("");
	}

	private static String description(JsonNode property) {
		return property.path("description").asString("");
	}

}
