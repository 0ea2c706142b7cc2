package dev.litellm.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A folder of recorded cases: {@code PROVIDER/CASE.json}.
 *
 * @param path where it is
 * @param standard whether it is the one that the deliberate differences are made for
 */
record Folder(Path path, boolean standard) {

	private static final String PROPERTY = "litellm.conformance";

	/**
	 * Return the folder to replay.
	 * @return the folder that the system property {@code litellm.conformance} names, else
	 * the one beside the project
	 */
	static Folder configured() {
		Path standard = root().resolve("../shared/conformance").normalize();
		String property = System.getProperty(PROPERTY, "");
		if (property.isBlank()) {
			return new Folder(standard, true);
		}
		Path given = Path.of(property);
		Path path = (given.isAbsolute() || Files.isDirectory(given)) ? given.toAbsolutePath() : root().resolve(given);
		if (!Files.isDirectory(path)) {
			throw new IllegalArgumentException("-D" + PROPERTY + "=" + property + " is not a folder");
		}
		return new Folder(path.normalize(), path.normalize().equals(standard));
	}

	/**
	 * Return the few cases that are part of this project.
	 * @return the folder
	 */
	static Folder samples() {
		try {
			URL url = Objects.requireNonNull(Folder.class.getResource("/conformance/samples"));
			return new Folder(Path.of(url.toURI()), false);
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static Path root() {
		return Path.of(System.getProperty("litellm.root", "..")).toAbsolutePath().normalize();
	}

	boolean exists() {
		return Files.isDirectory(this.path);
	}

	/**
	 * Read the cases.
	 * @return the cases by provider, both sorted
	 */
	SortedMap<String, List<Fixture>> fixtures() {
		SortedMap<String, List<Fixture>> fixtures = new TreeMap<>();
		try (Stream<Path> files = Files.walk(this.path, 2)) {
			files.filter((file) -> file.toString().endsWith(".json")).sorted().forEach((file) -> {
				Fixture fixture = read(file);
				if (fixture != null) {
					fixtures.computeIfAbsent(fixture.provider(), (provider) -> new ArrayList<>()).add(fixture);
				}
			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return fixtures;
	}

	private static @Nullable Fixture read(Path file) {
		try {
			JsonNode root = Values.parse(Files.readString(file));
			Path folder = file.toAbsolutePath().normalize().getParent();
			String provider = root.path("provider").asString(folder.getFileName().toString());
			String name = file.getFileName().toString().replaceFirst("[.]json$", "");
			return root.path("unified").isObject() ? new Fixture(provider, name, root) : null;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
