package dev.litellm.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * The deliberate differences, of {@code conformance/differences.tsv}.
 */
final class Differences {

	private final List<Difference> rules;

	private final Set<Difference> used = ConcurrentHashMap.newKeySet();

	Differences(List<Difference> rules) {
		this.rules = rules;
	}

	static Differences load() {
		try (InputStream in = Differences.class.getResourceAsStream("/conformance/differences.tsv")) {
			if (in == null) {
				throw new IllegalStateException("conformance/differences.tsv is missing");
			}
			String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
			return new Differences(text.lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.map(Difference::parse)
				.toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return the rule that covers a mismatch.
	 * @param fixture the case
	 * @param mismatch what came out otherwise
	 * @return the first such rule, or null
	 */
	@Nullable Difference covering(Fixture fixture, Mismatch mismatch) {
		List<Difference> covering = this.rules.stream().filter((rule) -> rule.covers(fixture, mismatch)).toList();
		this.used.addAll(covering);
		return covering.isEmpty() ? null : covering.get(0);
	}

	List<Difference> rules() {
		return this.rules;
	}

	/**
	 * Return the rules that have covered nothing so far.
	 * @return the rules
	 */
	List<Difference> unused() {
		return this.rules.stream().filter((rule) -> !this.used.contains(rule)).toList();
	}

}
