package dev.litellm.conformance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

import dev.litellm.LlmClient;
import dev.litellm.chat.ChatAggregator;
import dev.litellm.chat.ChatRequest;
import dev.litellm.conformance.Requests.Split;

/**
 * Chat completions, whole and streamed.
 */
final class ChatEndpoint implements Endpoint {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	@Override
	public Outcome call(LlmClient client, Fixture fixture, Exchange exchange) {
		Split split = Requests.split(fixture.request());
		if (fixture.isStream()) {
			return stream(client, split, exchange);
		}
		try {
			JsonNode response = Values.parse(client.completion(request(split)).toJson());
			return new Outcome(exchange.wire(), response, null, null);
		}
		catch (RuntimeException ex) {
			return new Outcome(exchange.wire(), null, null, ex);
		}
	}

	private static Outcome stream(LlmClient client, Split split, Exchange exchange) {
		List<JsonNode> chunks = new ArrayList<>();
		ChatAggregator aggregator = new ChatAggregator();
		RuntimeException failure = null;
		try {
			client.completionStream(request(split)).doOnNext((chunk) -> {
				aggregator.add(chunk);
				chunks.add(Values.parse(chunk.toJson()));
			}).blockLast(PATIENCE);
		}
		catch (RuntimeException ex) {
			failure = ex;
		}
		JsonNode response = chunks.isEmpty() ? null : Values.parse(aggregator.response().toJson());
		return new Outcome(exchange.wire(), response, chunks, failure);
	}

	static ChatRequest request(Fixture fixture) {
		return request(Requests.split(fixture.request()));
	}

	private static ChatRequest request(Split split) {
		return ChatRequest.fromJson(split.body().toString()).withOptions(split.options());
	}

}
