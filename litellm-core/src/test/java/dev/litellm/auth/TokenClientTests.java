package dev.litellm.auth;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import dev.litellm.error.ErrorKind;
import dev.litellm.error.FailureException;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;
import dev.litellm.transport.HttpSettings;
import dev.litellm.transport.ReactorConnectors;
import dev.litellm.transport.WebClientTransport;

import static org.assertj.core.api.Assertions.assertThat;

class TokenClientTests {

	private final TokenClient tokens = new TokenClient(
			new WebClientTransport(new ReactorConnectors(HttpSettings.defaults())), Duration.ofMillis(200));

	@Test
	void givesUpOnAnIssuerThatDoesNotAnswer() {
		try (ScriptedLlm issuer = ScriptedLlm.start().otherwise(Reply.hang())) {
			StepVerifier.create(this.tokens.get(URI.create(issuer.url() + "/token"), Map.of()))
				.verifyErrorSatisfies((ex) -> assertThat(ex)
					.isInstanceOfSatisfying(FailureException.class,
							(failure) -> assertThat(failure.failure().kind()).isEqualTo(ErrorKind.TIMEOUT))
					.hasMessageContaining("127.0.0.1 has not answered a request for a token"));
			assertThat(issuer.takeRequest().closedByClient()).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(true);
		}
	}

	@Test
	void encodesWhatAFormHolds() {
		try (ScriptedLlm issuer = ScriptedLlm.start().otherwise(Reply.json("{}"))) {
			StepVerifier.create(this.tokens.form(URI.create(issuer.url()), Map.of("X-A", "b"), Map.of("a b", "c&d=ü+")))
				.expectNext(Map.of())
				.verifyComplete();
			RecordedRequest request = issuer.takeRequest();
			assertThat(request.body()).isEqualTo("a+b=c%26d%3D%C3%BC%2B");
			assertThat(request.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
			assertThat(request.header("X-A")).isEqualTo("b");
		}
	}

	@Test
	void saysWhoCannotBeReached() {
		StepVerifier.create(this.tokens.get(URI.create("http://127.0.0.1:1/token"), Map.of()))
			.verifyErrorSatisfies((ex) -> assertThat(ex).isInstanceOfSatisfying(FailureException.class,
					(failure) -> assertThat(failure.failure().kind()).isEqualTo(ErrorKind.CONNECTION)));
	}

}
