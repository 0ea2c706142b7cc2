package dev.litellm.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What the numbers were taken on: the hardware, the JVM, and the versions of the clients.
 */
final class Machine {

	private Machine() {
	}

	static String hardware() {
		return "%d processors (%s), %s %s, %s %s".formatted(Runtime.getRuntime().availableProcessors(), processor(),
				System.getProperty("os.name"), System.getProperty("os.version"), System.getProperty("java.vm.name"),
				Runtime.version());
	}

	static String versions() {
		Properties versions = new Properties();
		try (InputStream in = Machine.class.getResourceAsStream("/versions.properties")) {
			versions.load(in);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return "LiteLLM for Spring Boot %s; WebClient, Reactor Netty and Jackson 3 of Spring Boot %s; Spring AI %s (with its openai-java %s); LangChain4j %s; openai-java %s"
			.formatted(versions.get("litellm"), versions.get("spring-boot"), versions.get("spring-ai"),
					versions.get("spring-ai-openai-java"), versions.get("langchain4j"), versions.get("openai-java"));
	}

	private static String processor() {
		Path file = Path.of("/proc/cpuinfo");
		if (!Files.isReadable(file)) {
			return System.getProperty("os.arch");
		}
		try (Stream<String> lines = Files.lines(file)) {
			return lines.filter((line) -> line.startsWith("model name"))
				.map((line) -> line.substring(line.indexOf(':') + 1).trim())
				.findFirst()
				.orElse(System.getProperty("os.arch"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
