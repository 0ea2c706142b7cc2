package dev.litellm.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import dev.litellm.benchmarks.client.ClientKind;
import dev.litellm.benchmarks.client.Contender;
import dev.litellm.benchmarks.server.Answers;
import dev.litellm.benchmarks.server.LoopbackServer;

/**
 * One client, many streams started at once, which the server answers once all have come.
 */
final class Burst {

	private static final Duration LIMIT = Duration.ofMinutes(2);

	private static final int WARM_UP_STREAMS = 50;

	private final ClientKind client;

	private final String server;

	private Burst(ClientKind client, String server) {
		this.client = client;
		this.server = server;
	}

	/** Compiles the client's code; its connections are closed again. */
	private void warmUp(Duration duration) throws InterruptedException {
		long end = System.nanoTime() + duration.toNanos();
		try (Contender contender = this.client.open(this.server)) {
			while (System.nanoTime() < end) {
				new Run(contender, WARM_UP_STREAMS).await();
			}
		}
	}

	private BurstResult measure(int streams) throws InterruptedException {
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		try (Contender contender = this.client.open(this.server + "/gather-" + streams)) {
			LoopbackServer.peak(this.server);
			threads.resetPeakThreadCount();
			long bytes = ProcessUsage.allocatedBytes();
			long cpu = ProcessUsage.cpuNanos();
			long wall = System.nanoTime();
			Run run = new Run(contender, streams).await();
			long wallMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - wall);
			double cpuMicros = (ProcessUsage.cpuNanos() - cpu) / 1_000.0 / streams;
			double kilobytes = (ProcessUsage.allocatedBytes() - bytes) / 1024.0 / streams;
			int ok = run.ok.get();
			return new BurstResult(ok, streams - ok, LoopbackServer.peak(this.server), threads.getPeakThreadCount(),
					wallMillis, cpuMicros, kilobytes, run.firstFailure());
		}
	}

	/**
	 * Warms up, then prints the result of each round as a line of JSON.
	 * @param args the client, the server's URL, the number of streams, the seconds of
	 * warm-up, the number of rounds
	 * @throws InterruptedException when interrupted
	 */
	public static void main(String[] args) throws InterruptedException {
		Burst burst = new Burst(ClientKind.valueOf(args[0]), args[1]);
		burst.warmUp(Duration.ofSeconds(Long.parseLong(args[3])));
		for (int round = 0; round < Integer.parseInt(args[4]); round++) {
			System.out.println(burst.measure(Integer.parseInt(args[2])).render());
		}
		System.exit(0);
	}

	/** Streams in flight, and what became of them. */
	private static final class Run {

		private final AtomicInteger ok = new AtomicInteger();

		private final AtomicReference<String> failure = new AtomicReference<>("");

		private final CountDownLatch open;

		Run(Contender contender, int streams) {
			this.open = new CountDownLatch(streams);
			String expected = Answers.streamText();
			List<CompletionStage<String>> started = IntStream.range(0, streams)
				.mapToObj((i) -> contender.start())
				.toList();
			started.forEach((stream) -> stream.whenComplete((text, failure) -> end(expected, text, failure)));
		}

		private void end(String expected, String text, Throwable failure) {
			if (expected.equals(text)) {
				this.ok.incrementAndGet();
			}
			else {
				this.failure.compareAndSet("", (failure != null) ? cause(failure) : "text is not whole");
			}
			this.open.countDown();
		}

		private static String cause(Throwable failure) {
			Throwable cause = failure.getCause();
			return (failure instanceof CompletionException && cause != null) ? cause.toString() : failure.toString();
		}

		Run await() throws InterruptedException {
			if (!this.open.await(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
				this.failure.compareAndSet("", "not ended after " + LIMIT.toSeconds() + " s");
			}
			return this;
		}

		String firstFailure() {
			return this.failure.get().lines().findFirst().orElse("");
		}

	}

}
