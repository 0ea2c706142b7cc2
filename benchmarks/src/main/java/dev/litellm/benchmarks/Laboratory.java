package dev.litellm.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.litellm.benchmarks.client.ClientKind;
import dev.litellm.benchmarks.server.LoopbackServer;

/**
 * The loopback server and the clients' JVMs, one process each, all with the same options.
 */
final class Laboratory implements AutoCloseable {

	/** How many streams are started at once. */
	static final List<Integer> BURSTS = List.of(200, 1_800);

	private static final List<String> JVM_OPTIONS = List.of("-Xms1g", "-Xmx1g", "-XX:+UseG1GC");

	private final Path home;

	private final Plan.Depth depth;

	private final Process server;

	private final String serverUrl;

	Laboratory(Path home, Plan.Depth depth) throws IOException {
		this.home = home;
		this.depth = depth;
		Files.createDirectories(home.resolve("results"));
		List<String> command = java(System.getProperty("java.class.path"), LoopbackServer.class.getName());
		this.server = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
		BufferedReader output = new BufferedReader(
				new InputStreamReader(this.server.getInputStream(), StandardCharsets.US_ASCII));
		this.serverUrl = output.readLine();
	}

	Measurement measure(ClientKind client) throws IOException, InterruptedException {
		Path result = this.home.resolve("results").resolve(client + ".json");
		List<String> jmh = new ArrayList<>(List.of(ClientBenchmark.class.getName(), "-p", "client=" + client, "-p",
				"server=" + this.serverUrl, "-prof", "gc", "-prof", CpuProfiler.class.getName(), "-foe", "true", "-rf",
				"json", "-rff", result.toString()));
		jmh.addAll(this.depth.jmh());
		run(client, "jmh", "org.openjdk.jmh.Main", jmh);
		Map<Integer, BurstResult> bursts = new TreeMap<>();
		for (int streams : BURSTS) {
			bursts.put(streams, burst(client, streams));
		}
		return new Measurement(client, Operation.read(result, "call"), Operation.read(result, "stream"), bursts);
	}

	private BurstResult burst(ClientKind client, int streams) throws IOException, InterruptedException {
		Path log = run(client, "burst-" + streams, Burst.class.getName(),
				List.of(client.name(), this.serverUrl, Integer.toString(streams),
						Integer.toString(this.depth.burstWarmUpSeconds()), Integer.toString(this.depth.burstRounds())));
		return BurstResult.parse(Files.readAllLines(log).stream().filter((line) -> line.startsWith("{")).toList());
	}

	private Path run(ClientKind client, String what, String main, List<String> arguments)
			throws IOException, InterruptedException {
		Path log = this.home.resolve("results").resolve(client + "-" + what + ".log");
		List<String> command = java(classPath(client), main);
		command.addAll(arguments);
		int exit = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
		if (exit != 0) {
			throw new IOException("%s ended with %d; see %s".formatted(what, exit, log));
		}
		return log;
	}

	/** A client's own version of a library goes before the one that all share. */
	private String classPath(ClientKind client) {
		String shared = System.getProperty("java.class.path");
		File[] own = this.home.resolve("lib-" + client.option()).toFile().listFiles();
		if (own == null) {
			return shared;
		}
		List<String> entries = new ArrayList<>();
		for (File jar : own) {
			entries.add(jar.getPath());
		}
		entries.add(shared);
		return String.join(File.pathSeparator, entries);
	}

	private static List<String> java(String classPath, String main) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(JVM_OPTIONS);
		command.addAll(List.of("-cp", classPath, main));
		return command;
	}

	@Override
	public void close() {
		try {
			this.server.getOutputStream().close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
