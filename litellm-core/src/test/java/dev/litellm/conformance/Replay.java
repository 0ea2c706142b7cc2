package dev.litellm.conformance;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;
import dev.litellm.transport.HttpSettings;
import dev.litellm.transport.ReactorConnectors;
import dev.litellm.transport.Transport;
import dev.litellm.transport.WebClientTransport;

/**
 * The loopback server that plays the recorded answers, one path for each exchange.
 */
final class Replay implements AutoCloseable {

	private final ScriptedLlm server = ScriptedLlm.start().keepRequests(0).when((request) -> true, this::answer);

	private final Transport network = new WebClientTransport(new ReactorConnectors(HttpSettings.defaults()));

	private final Map<Integer, Exchange> exchanges = new ConcurrentHashMap<>();

	private final AtomicInteger count = new AtomicInteger();

	/**
	 * Begin the exchange of a case.
	 * @param fixture the case
	 * @return the exchange, to be closed
	 */
	Exchange begin(Fixture fixture) {
		int number = this.count.incrementAndGet();
		Exchange exchange = new Exchange(fixture, this.network, this.server.url() + "/" + number,
				() -> this.exchanges.remove(number));
		this.exchanges.put(number, exchange);
		return exchange;
	}

	private Reply answer(RecordedRequest request) {
		String[] segments = request.path().split("/", 4);
		Exchange exchange = this.exchanges.get(Integer.valueOf(segments[1]));
		return (exchange != null) ? exchange.answer(Integer.parseInt(segments[2]), request) : Reply.error(404);
	}

	@Override
	public void close() {
		this.server.close();
	}

}
