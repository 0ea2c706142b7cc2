package dev.litellm.benchmarks;

import java.util.concurrent.TimeUnit;

import dev.litellm.benchmarks.client.ClientKind;
import dev.litellm.benchmarks.client.Contender;
import dev.litellm.benchmarks.server.Answers;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One client, one thread: a blocking call, and a stream of 100 chunks.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init")
public class ClientBenchmark {

	/** The client to measure. */
	@Param
	public ClientKind client;

	/** Where the loopback server is; the suite fills it in. */
	@Param("")
	public String server;

	private Contender contender;

	/** Opens the client, and refuses to measure one that does not read every chunk. */
	@Setup
	public void open() {
		this.contender = this.client.open(this.server);
		Expect.same(Answers.completionText(), this.contender.call());
		Expect.same(Answers.streamText(), this.contender.stream());
	}

	/** Closes the client. */
	@TearDown
	public void close() {
		this.contender.close();
	}

	/**
	 * A blocking call.
	 * @return the text of the answer
	 */
	@Benchmark
	public String call() {
		return this.contender.call();
	}

	/**
	 * A stream, read to its end.
	 * @return the text of its chunks
	 */
	@Benchmark
	public String stream() {
		return this.contender.stream();
	}

}
