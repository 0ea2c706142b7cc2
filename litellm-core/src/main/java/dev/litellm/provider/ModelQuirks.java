package dev.litellm.provider;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What models differ in, beside their providers: the library's own data, by pattern.
 *
 * @since 0.1.0
 */
public final class ModelQuirks {

	private final List<Line> lines;

	private ModelQuirks(List<Line> lines) {
		this.lines = lines;
	}

	/**
	 * Return the library's own data.
	 * @return the quirks of models
	 */
	public static ModelQuirks builtIn() {
		try (InputStream in = ModelQuirks.class.getResourceAsStream("model-quirks.txt")) {
			if (in == null) {
				throw new IllegalStateException("model-quirks.txt is missing from the library's jar");
			}
			return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static ModelQuirks read(List<String> lines) {
		return new ModelQuirks(lines.stream()
			.filter((line) -> !line.isBlank() && !line.startsWith("#"))
			.map(ModelQuirks::line)
			.toList());
	}

	private static Line line(String text) {
		String[] fields = text.split("\t");
		if (fields.length != 3) {
			throw new IllegalArgumentException(
					"model-quirks.txt: '" + text + "' is not a provider, a model and tokens, with tabs between");
		}
		Tokens tokens = Tokens.of(fields[2]);
		try {
			Map<String, Pattern> when = new LinkedHashMap<>();
			tokens.map("when").forEach((option, values) -> when.put(option, Pattern.compile(values)));
			Quirks quirks = QuirksReader.read(tokens);
			tokens.end();
			return new Line(Pattern.compile(fields[0]), Pattern.compile(fields[1]), when, quirks);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("model-quirks.txt: '" + fields[1] + "': " + ex.getMessage(), ex);
		}
	}

	/**
	 * Return what a model differs in, whatever the provider's options are.
	 * @param provider the provider's name
	 * @param model the model's name as the caller gave it, without the provider
	 * @return its quirks
	 */
	public Quirks of(String provider, String model) {
		return of(provider, model, Options.none());
	}

	/**
	 * Return what a model differs in.
	 * @param provider the provider's name
	 * @param model the model's name as the caller gave it, without the provider
	 * @param options the provider's options, filled in
	 * @return its quirks, those of later lines over those of earlier ones
	 */
	public Quirks of(String provider, String model, Options options) {
		Quirks quirks = Quirks.none();
		for (Line line : this.lines) {
			if (line.provider().matcher(provider).matches() && line.model().matcher(model).matches()
					&& line.holds(options)) {
				quirks = line.quirks().over(quirks);
			}
		}
		return quirks;
	}

	private record Line(Pattern provider, Pattern model, Map<String, Pattern> when, Quirks quirks) {

		boolean holds(Options options) {
			return this.when.entrySet()
				.stream()
				.allMatch((option) -> option.getValue().matcher(options.text(option.getKey(), "")).matches());
		}

	}

}
