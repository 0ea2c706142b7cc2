package dev.litellm;

import java.io.IOException;
import java.nio.file.Files;

import org.junit.jupiter.api.Test;

import dev.litellm.provider.Providers;

import static org.assertj.core.api.Assertions.assertThat;

class ProviderPageTests {

	@Test
	void isTheSameInTheDocumentation() throws IOException {
		if (Boolean.getBoolean("litellm.docs")) {
			Files.writeString(ProviderPage.FILE, ProviderPage.text());
		}
		assertThat(Files.readString(ProviderPage.FILE)).as("docs/providers.md, which -Dlitellm.docs=true writes anew")
			.isEqualTo(ProviderPage.text());
	}

	@Test
	void tellsOfEachProvider() {
		String text = ProviderPage.text();
		assertThat(Providers.builtIn().names()).allMatch((name) -> text.contains("| `" + name + "/"));
	}

	@Test
	void tellsWhatIsEmulatedAndWhatIsRefused() {
		assertThat(row("anthropic")).endsWith("| yes | yes | yes | yes | no | yes |");
		assertThat(ProviderPage.verdict(Providers.builtIn().get("groq"), "llama-3.3-70b-versatile", "JSON schema"))
			.isEqualTo("emulated");
		assertThat(row("featherless_ai")).contains("| no |");
	}

	private static String row(String provider) {
		return ProviderPage.text()
			.lines()
			.filter((line) -> line.startsWith("| `" + provider + "/"))
			.findFirst()
			.orElseThrow();
	}

}
