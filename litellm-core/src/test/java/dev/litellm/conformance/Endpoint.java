package dev.litellm.conformance;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.LlmClient;

/**
 * A function of LiteLLM and how the same is asked here.
 */
interface Endpoint {

	/** The endpoints by the name of LiteLLM's function. */
	Map<String, Endpoint> ALL = Map.of("completion", new ChatEndpoint());

	/**
	 * Ask what a case asks, through the public API.
	 * @param client the client as the case configures it
	 * @param fixture the case
	 * @param exchange records the requests
	 * @return what came of it
	 */
	Outcome call(LlmClient client, Fixture fixture, Exchange exchange);

	static @Nullable Endpoint of(Fixture fixture) {
		return ALL.get(fixture.call());
	}

}
