package dev.litellm.live;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.litellm.chat.Tool;
import dev.litellm.json.Members;

/**
 * A real server on loopback, started if it does not run yet, which goes on running for
 * the next test.
 *
 * @param name its name
 * @param port where it listens
 * @param key its key
 */
record RealServer(String name, int port, String key) {

	static final String MODEL = "gemma-3-270m";

	/** Its schema has one order, since so small a model answers otherwise to another. */
	static final Tool WEATHER = Tool.function("get_weather", "Tells the weather",
			new Members().add("type", "object")
				.add("properties", Map.of("city", new Members().add("type", "string").add("enum", List.of("Paris"))))
				.add("required", List.of("city")));

	static RealServer llama() {
		return start("llama", 18081, "sk-local");
	}

	static RealServer proxy() {
		return start("litellm", 18083, "sk-proxy");
	}

	/**
	 * Start a further LiteLLM proxy, to be stopped by the test.
	 * @param port where it listens
	 * @return the server
	 */
	static RealServer furtherProxy(int port) {
		return start("litellm", port, "sk-proxy");
	}

	private static RealServer start(String name, int port, String key) {
		Path folder = Path.of(System.getProperty("litellm.root", ".."), "..", "shared", "real");
		List<String> command = new ArrayList<>();
		Collections.addAll(command, folder.resolve("start").toAbsolutePath().normalize().toString(), name,
				Integer.toString(port));
		try {
			File log = File.createTempFile("litellm-real", ".log");
			Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
			boolean ended = process.waitFor(5, TimeUnit.MINUTES);
			if (!ended || process.exitValue() != 0) {
				process.destroy();
				throw new IllegalStateException(command + ": " + Files.readString(log.toPath()));
			}
			Files.delete(log.toPath());
			return new RealServer(name, port, key);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	String url() {
		return "http://127.0.0.1:" + this.port;
	}

	/**
	 * Ask for a page of the server's own.
	 * @param path the path
	 * @return the body
	 */
	String page(String path) {
		HttpRequest request = HttpRequest.newBuilder(URI.create(url() + path))
			.header("Authorization", "Bearer " + this.key)
			.build();
		try {
			return HttpClient.newHttpClient()
				.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
				.body();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	void stop() throws IOException, InterruptedException, ExecutionException, TimeoutException {
		String home = System.getenv()
			.getOrDefault("LITELLM_REAL_HOME", System.getProperty("user.home") + "/.cache/litellm-real");
		Path file = Path.of(home, this.name + "-" + this.port + ".pid");
		ProcessHandle process = ProcessHandle.of(Long.parseLong(Files.readString(file).strip())).orElseThrow();
		process.destroy();
		process.onExit().get(30, TimeUnit.SECONDS);
		Files.delete(file);
	}

}
