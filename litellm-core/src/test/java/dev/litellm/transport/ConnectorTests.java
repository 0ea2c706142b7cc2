package dev.litellm.transport;

import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.provider.Arguments;

import org.springframework.http.client.reactive.JdkClientHttpConnector;

import dev.litellm.test.ScriptedLlm;

/**
 * Base of tests over Reactor Netty and over the JDK's client.
 */
abstract class ConnectorTests {

	static final Transport NETTY = new WebClientTransport(new ReactorConnectors(HttpSettings.defaults()));

	static ScriptedLlm llm;

	@BeforeAll
	static void start() {
		llm = ScriptedLlm.start();
	}

	@AfterAll
	static void stop() {
		llm.close();
	}

	@AfterEach
	void forget() {
		llm.reset();
	}

	static Stream<Arguments> transports() {
		Transport jdk = new WebClientTransport((timeout) -> new JdkClientHttpConnector());
		return Stream.of(Arguments.argumentSet("Reactor Netty", NETTY), Arguments.argumentSet("the JDK's client", jdk));
	}

}
