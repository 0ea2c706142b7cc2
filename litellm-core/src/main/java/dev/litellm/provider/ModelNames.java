package dev.litellm.provider;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The families of bare model names, and the provider that each belongs to.
 *
 * @since 0.1.0
 */
public final class ModelNames {

	private final List<Family> families;

	private ModelNames(List<Family> families) {
		this.families = families;
	}

	/**
	 * Return the families of the library's own data.
	 * @return the families
	 */
	public static ModelNames builtIn() {
		try (InputStream in = ModelNames.class.getResourceAsStream("names.txt")) {
			if (in == null) {
				throw new IllegalStateException("names.txt is missing from the library's jar");
			}
			BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
			return new ModelNames(reader.lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.map((line) -> line.split("\t"))
				.map((fields) -> new Family(Pattern.compile(fields[0]), fields[1]))
				.toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return the provider that a bare name belongs to.
	 * @param model the name, for example {@code gpt-4o}
	 * @return the provider's name, or null where no family matches
	 */
	public @Nullable String provider(String model) {
		for (Family family : this.families) {
			if (family.pattern().matcher(model).matches()) {
				return family.provider();
			}
		}
		return null;
	}

	private record Family(Pattern pattern, String provider) {
	}

}
