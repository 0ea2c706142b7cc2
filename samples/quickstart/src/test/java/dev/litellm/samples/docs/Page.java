package dev.litellm.samples.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page of the documentation.
 *
 * @param file the file
 * @param text what is in it
 */
record Page(Path file, String text) {

	/** The root of the repository. */
	static final Path ROOT = Path.of(System.getProperty("litellm.root", "../..")).toAbsolutePath().normalize();

	private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]*)(#[^)]*)?\\)");

	static Page of(Path file) {
		try {
			return new Page(file, Files.readString(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Stream<Page> all() throws IOException {
		try (Stream<Path> guides = Files.list(ROOT.resolve("docs/guide"));
				Stream<Path> providers = Files.list(ROOT.resolve("docs/providers"))) {
			List<Path> files = Stream
				.of(Stream.of("README.md", "CONTRIBUTING.md", "docs/design.md", "docs/decisions.md",
						"docs/providers.md", "samples/quickstart/README.md")
					.map(ROOT::resolve), guides.sorted(), providers.sorted())
				.flatMap((paths) -> paths)
				.toList();
			return files.stream().map(Page::of);
		}
	}

	/**
	 * Return the blocks of a language.
	 * @param language for example {@code java}
	 * @return the blocks without their fences
	 */
	List<String> blocks(String language) {
		return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```")
			.matcher(this.text)
			.results()
			.map((result) -> result.group(1))
			.toList();
	}

	/**
	 * Return what links point at.
	 * @return links to files; those to the web left out
	 */
	List<Path> links() {
		return LINK.matcher(this.text).results().map(this::target).toList();
	}

	private Path target(MatchResult link) {
		return link.group(1).isEmpty() ? this.file : this.file.resolveSibling(link.group(1)).normalize();
	}

	/**
	 * Return anchors that links name and no heading has.
	 * @return the anchors with their files
	 */
	List<String> brokenAnchors() {
		return LINK.matcher(this.text)
			.results()
			.filter((link) -> link.group(2) != null && target(link).toString().endsWith(".md"))
			.filter((link) -> !Page.of(target(link)).hasHeading(link.group(2).substring(1)))
			.map(MatchResult::group)
			.toList();
	}

	private boolean hasHeading(String anchor) {
		return this.text.lines()
			.filter((line) -> line.startsWith("#"))
			.map((line) -> line.replaceFirst("#+ ", "")
				.toLowerCase(Locale.ROOT)
				.replaceAll("[^a-z0-9 -]", "")
				.replace(' ', '-'))
			.anyMatch(anchor::equals);
	}

	/**
	 * Return code without indentation, comments at the ends of lines, and blank lines.
	 * @param code the code
	 * @return its lines
	 */
	static String bare(String code) {
		return code.replaceAll("(?m)(^|\\s)//.*$", "")
			.lines()
			.map(String::strip)
			.filter((line) -> !line.isEmpty())
			.collect(Collectors.joining("\n"));
	}

	@Override
	public String toString() {
		return ROOT.relativize(this.file).toString();
	}

}
