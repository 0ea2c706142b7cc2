package dev.litellm.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/**
 * The cases whose turn has not come yet, of {@code conformance/later.txt}: they are
 * replayed and counted, but fail no build.
 */
final class Later {

	private static final List<String> CASES = read();

	private Later() {
	}

	static boolean contains(Fixture fixture) {
		return CASES.stream().anyMatch((glob) -> matches(glob, fixture));
	}

	/**
	 * Return the globs that stand for no failing case.
	 * @param verdicts the verdicts of all cases
	 * @return what is to be taken from the list
	 */
	static List<String> done(Collection<Verdict> verdicts) {
		return CASES.stream()
			.filter((glob) -> verdicts.stream()
				.noneMatch((verdict) -> !verdict.passed() && matches(glob, verdict.fixture())))
			.toList();
	}

	private static boolean matches(String glob, Fixture fixture) {
		return fixture.toString().matches(glob.replace("*", ".*"));
	}

	private static List<String> read() {
		try (InputStream in = Later.class.getResourceAsStream("/conformance/later.txt")) {
			String text = (in != null) ? new String(in.readAllBytes(), StandardCharsets.UTF_8) : "";
			return text.lines().filter((line) -> !line.isBlank() && !line.startsWith("#")).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
