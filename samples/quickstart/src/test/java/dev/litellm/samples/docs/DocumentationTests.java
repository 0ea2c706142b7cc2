package dev.litellm.samples.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;

import dev.litellm.LlmClient;
import dev.litellm.autoconfigure.LiteLlmAutoConfiguration;
import dev.litellm.autoconfigure.LiteLlmProperties;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of the documentation: its code compiles, its YAML starts a client, its links lead
 * somewhere.
 */
class DocumentationTests {

	private static final Path SOURCES = Page.ROOT.resolve("samples/quickstart/src/test/java");

	private final ApplicationContextRunner context = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(LiteLlmAutoConfiguration.class));

	@ParameterizedTest
	@MethodSource("dev.litellm.samples.docs.Page#all")
	void showsCodeThatIsCompiledHere(Page page) throws IOException {
		String sources = sources();
		assertThat(page.blocks("java")).filteredOn((block) -> !sources.contains(Page.bare(block))).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("dev.litellm.samples.docs.Page#all")
	void showsYamlThatStartsTheClient(Page page) throws IOException {
		for (String block : page.blocks("yaml")) {
			PropertySource<?> yaml = yaml(block);
			assertThatAllIsBound(yaml);
			this.context.withInitializer((starting) -> starting.getEnvironment().getPropertySources().addFirst(yaml))
				.run((started) -> assertThat(started).describedAs(block).hasSingleBean(LlmClient.class));
		}
	}

	@ParameterizedTest
	@MethodSource("dev.litellm.samples.docs.Page#all")
	void hasLinksThatLeadSomewhere(Page page) {
		assertThat(page.links()).allSatisfy((link) -> assertThat(link).exists());
		assertThat(page.brokenAnchors()).isEmpty();
	}

	@Test
	void namesEveryPropertyInTheGuide() throws IOException {
		String guide = Page.of(Page.ROOT.resolve("docs/guide/configuration.md")).text();
		JsonNode metadata = JsonMapper.shared()
			.readTree(LiteLlmProperties.class.getResource("/META-INF/spring-configuration-metadata.json").openStream());
		TreeSet<String> missing = metadata.path("properties")
			.valueStream()
			.map((property) -> property.path("name").asString())
			.filter((name) -> !guide.contains("`" + name))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(missing).isEmpty();
	}

	@Test
	void namesEverySettingOfAProviderInTheGuide() {
		String guide = Page.of(Page.ROOT.resolve("docs/guide/configuration.md")).text();
		assertThat(LiteLlmProperties.Provider.class.getRecordComponents()).allSatisfy((component) -> assertThat(guide)
			.contains("`litellm.providers.<name>." + DataObjectPropertyName.toDashedForm(component.getName()) + "`"));
	}

	private static String sources() throws IOException {
		try (Stream<Path> files = Files.walk(SOURCES)) {
			return files.filter((file) -> file.toString().endsWith(".java"))
				.map((file) -> Page.bare(Page.of(file).text()))
				.collect(Collectors.joining("\n"));
		}
	}

	private static PropertySource<?> yaml(String block) throws IOException {
		List<PropertySource<?>> sources = new YamlPropertySourceLoader().load("documentation",
				new ByteArrayResource(block.getBytes()));
		assertThat(sources).hasSize(1);
		return sources.get(0);
	}

	private static void assertThatAllIsBound(PropertySource<?> yaml) {
		new Binder(ConfigurationPropertySource.from(yaml)).bind("litellm", Bindable.of(LiteLlmProperties.class),
				new NoUnboundElementsBindHandler(BindHandler.DEFAULT));
	}

}
