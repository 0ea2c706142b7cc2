package dev.litellm.provider;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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

	private final FactNames names;

	private final List<Row> rows;

	private final List<FactRule> rules;

	private final Map<String, ModelFacts> looked = new ConcurrentHashMap<>();

	private ModelTable(FactNames names, List<Row> rows, List<FactRule> rules) {
		this.names = names;
		this.rows = rows;
		this.rules = rules;
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
			List<String> lines = reader.lines().toList();
			List<Row> rows = lines.stream()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.map((line) -> line.split("\t"))
				.map((fields) -> new Row(Pattern.compile(fields[0]), ModelFacts.parse(fields[1])))
				.toList();
			return new ModelTable(FactNames.read(lines), rows, List.of());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return this table with what the application says of models, over what is known.
	 * @param model a regular expression that must match the provider's whole own name of
	 * the model, or {@code provider/name}
	 * @param facts values by name; false for a fact that does not hold
	 * @return the new table
	 * @throws IllegalArgumentException if there is no such fact, or not with this value
	 */
	public ModelTable with(String model, Map<String, ?> facts) {
		List<FactRule> more = new ArrayList<>(this.rules);
		more.add(FactRule.of(model, facts, this.names));
		return new ModelTable(this.names, this.rows, List.copyOf(more));
	}

	/**
	 * Look a model up.
	 * @param model the provider's own name of the model
	 * @return its facts, none where no pattern matches
	 */
	public ModelFacts facts(String model) {
		return facts("", model);
	}

	/**
	 * Look a model of a provider up.
	 * @param provider the provider's name
	 * @param model the provider's own name of the model
	 * @return its facts, none where no pattern matches
	 */
	public ModelFacts facts(String provider, String model) {
		String name = this.rules.isEmpty() ? model : provider + "/" + model;
		ModelFacts known = this.looked.get(name);
		if (known != null) {
			return known;
		}
		ModelFacts found = find(model);
		for (FactRule rule : this.rules) {
			found = rule.isMeant(provider, model) ? rule.over(found) : found;
		}
		if (this.looked.size() < CACHED) {
			this.looked.put(name, found);
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
