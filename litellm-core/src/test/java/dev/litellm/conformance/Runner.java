package dev.litellm.conformance;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.litellm.LlmClient;
import dev.litellm.dialect.StreamTrial;

/**
 * Replays cases and judges them.
 */
final class Runner implements AutoCloseable {

	private final Replay replay = new Replay();

	private final Clients clients = new Clients();

	private final Differences differences;

	Runner(Differences differences) {
		this.differences = differences;
	}

	/**
	 * Return whether a case can be replayed.
	 * @param fixture the case
	 * @return false for a function or a provider that the library does not have yet
	 */
	boolean takes(Fixture fixture) {
		return Endpoint.of(fixture) != null && this.clients.provider(fixture) != null;
	}

	Verdict run(Fixture fixture) {
		return judge(fixture, replay(fixture));
	}

	List<Verdict> run(List<Fixture> fixtures) {
		return fixtures.stream().filter(this::takes).map(this::run).toList();
	}

	Outcome replay(Fixture fixture) {
		try (Exchange exchange = this.replay.begin(fixture)) {
			LlmClient client;
			try {
				client = this.clients.client(fixture, exchange);
			}
			catch (IllegalArgumentException ex) {
				return new Outcome(exchange.wire(), null, null, ex);
			}
			return Objects.requireNonNull(Endpoint.of(fixture)).call(client, fixture, exchange);
		}
	}

	/**
	 * Return the stream that a case receives.
	 * @param fixture the case
	 * @return the stream, or null where its answer is none
	 */
	@Nullable StreamTrial stream(Fixture fixture) {
		try (Exchange exchange = this.replay.begin(fixture)) {
			return StreamTrial.of(fixture.toString(), exchange,
					(network) -> this.clients.client(fixture, network).completionStream(ChatEndpoint.request(fixture)));
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	Verdict judge(Fixture fixture, Outcome outcome) {
		return Verdict.of(fixture, Judge.compare(fixture, outcome), this.differences);
	}

	@Override
	public void close() {
		this.replay.close();
	}

}
