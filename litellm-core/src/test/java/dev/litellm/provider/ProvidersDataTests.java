package dev.litellm.provider;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.litellm.LlmClient;
import dev.litellm.call.Settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ProvidersDataTests {

	private static final Set<String> DIALECTS = LlmClient.builder().dialects();

	private static final Set<String> ENDPOINTS = Set.of("chat", "text", "responses", "embeddings", "images",
			"image_edits", "transcriptions", "speech", "rerank", "moderations", "messages");

	static Stream<Arguments> providers() {
		return Wires.arguments((provider) -> true);
	}

	static List<String> lines(String file) {
		try (InputStream in = Providers.class.getResourceAsStream(file);
				BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
			return reader.lines().filter((line) -> !line.isBlank() && !line.startsWith("#")).toList();
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	@Test
	void knowsAHundredProviders() {
		assertThat(Providers.builtIn().names()).hasSizeGreaterThanOrEqualTo(100)
			.contains("openai", "groq", "mistral", "deepseek", "openrouter", "together_ai", "litellm_proxy");
	}

	@Test
	void standsSortedAndOnce() {
		List<String> names = lines("providers.properties").stream().map((line) -> line.split(" = ")[0]).toList();
		assertThat(names).doesNotHaveDuplicates().isSorted();
		assertThat(names).filteredOn((name) -> name.indexOf('#') < 0)
			.containsExactlyElementsOf(Providers.builtIn().names());
	}

	@ParameterizedTest
	@MethodSource("providers")
	void isWellFormed(Provider provider) {
		assertThat(provider.name()).matches("[a-z0-9]+([_-][a-z0-9]+)*");
		assertThat(provider.title()).isNotBlank().doesNotContain("_");
		assertThat(DIALECTS).contains(provider.dialect());
		assertThat(ENDPOINTS).containsAll(provider.endpoints());
		assertThat(provider.endpoints()).isNotEmpty();
		assertThat(provider.login().keyVariables()).doesNotHaveDuplicates().allMatch(this::isVariable);
		assertThat(provider.login().keyVariables().isEmpty() && provider.login().auth().isKey()).isFalse();
		assertThat(provider.address().variables()).doesNotHaveDuplicates().allMatch(this::isVariable);
		assertThat(provider.address().paths().values()).allMatch((path) -> path.startsWith("/"));
		assertThat(provider.configured()).isFalse();
		assertThat(provider.settings().parameters()).isEqualTo(Settings.none().parameters());
	}

	@ParameterizedTest
	@MethodSource("providers")
	void isAskedByHttpsOrOnThisMachine(Provider provider) {
		String base = provider.fill((name) -> "x").address().baseUrl();
		if (base == null) {
			assertThat(provider.address().variables()).isNotEmpty();
			return;
		}
		URI uri = URI.create(BaseUrls.check(base));
		assertThat(uri.getScheme().equals("https") || Set.of("localhost", "127.0.0.1").contains(uri.getHost())).as(base)
			.isTrue();
		assertThat(base).doesNotEndWith("/");
	}

	@ParameterizedTest
	@MethodSource("providers")
	void makesUpKeysForLocalServersAlone(Provider provider) {
		if (provider.login().standIn() != null) {
			String base = provider.address().baseUrl();
			assertThat(base == null || base.startsWith("http://localhost") || base.startsWith("http://127.0.0.1"))
				.isTrue();
		}
	}

	@Test
	void namesTheProviderOfABadLine() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> ProviderLine.read("mine", "openai https://x.example key=A tempretur=1"))
			.withMessageContaining("'mine'")
			.withMessageContaining("tempretur");
		assertThatIllegalArgumentException().isThrownBy(() -> ProviderLine.read("mine", "openai - key=A key=B"))
			.withMessageContaining("twice");
		assertThatIllegalArgumentException().isThrownBy(() -> ProviderLine.read("mine", "openai - effort=loud"))
			.withMessageContaining("'effort=loud'")
			.withMessageContaining("thinking");
		assertThatIllegalArgumentException().isThrownBy(() -> ProviderLine.read("mine", "openai - rename=a"))
			.withMessageContaining("a:b");
	}

	private boolean isVariable(String name) {
		return name.matches("[A-Z][A-Z0-9_]*");
	}

}
