package dev.litellm.provider;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProviderTableTests {

	private static final String TABLE = ProviderTable.of(Providers.builtIn().all());

	@Test
	void hasARowForEachProvider() {
		assertThat(TABLE.lines().skip(2)).hasSize(Providers.builtIn().all().size())
			.anyMatch((row) -> row.startsWith("| `groq` | Groq AI | `GROQ_API_KEY` | chat,"));
	}

	@Test
	void findsTheTableBetweenItsMarkers() {
		assertThat(ProviderTable.in("a\n" + ProviderTable.BEGIN + "\n| b |\n" + ProviderTable.END)).isEqualTo("| b |");
		assertThat(ProviderTable.in("no markers")).isNull();
	}

	@Test
	void isTheSameInTheDocumentation() throws IOException {
		for (String file : List.of("../README.md", "../docs/providers.md")) {
			Path path = Path.of(file);
			String table = Files.exists(path) ? ProviderTable.in(Files.readString(path)) : null;
			assertThat((table != null) ? table : TABLE)
				.as("the table of " + file + ", which ProviderTable.main prints anew")
				.isEqualTo(TABLE);
		}
	}

}
