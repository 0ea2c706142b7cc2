package dev.litellm.provider;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The facts of models by patterns of their names, so that a model that came out yesterday
 * has those of its family.
 *
 * @since 0.1.0
 */
public final class ModelTable {

	private static final int CACHED = 1000;

	private final List<Row> rows;

	private final Map<String, ModelFacts> looked = new ConcurrentHashMap<>();

	private ModelTable(List<Row> rows) {
		this.rows = rows;
	}

	/**
	 * Return the table of the library's own data.
	 * @return the table
	 */
	public static ModelTable builtIn() {
		try (InputStream in = ModelTable.class.getResourceAsStream("model-facts.txt")) {
			if (in == null) {
				throw new IllegalStateException("model-facts.txt is missing from the library's jar");
			}
			BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
			return new ModelTable(reader.lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.map((line) -> line.split("\t"))
				.map((fields) -> new Row(Pattern.compile(fields[0]), ModelFacts.parse(fields[1])))
				.toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Look a model up.
	 * @param model the provider's own name of the model
	 * @return its facts, none where no pattern matches
	 */
	public ModelFacts facts(String model) {
		ModelFacts known = this.looked.get(model);
		if (known != null) {
			return known;
		}
		ModelFacts found = find(model);
		if (this.looked.size() < CACHED) {
			this.looked.put(model, found);
		}
		return found;
	}

	private ModelFacts find(String model) {
		for (Row row : this.rows) {
			if (row.pattern().matcher(model).matches()) {
				return row.facts();
			}
		}
		return ModelFacts.unknown();
	}

	private record Row(Pattern pattern, ModelFacts facts) {
	}

}
