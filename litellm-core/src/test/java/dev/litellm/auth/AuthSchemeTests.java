package dev.litellm.auth;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import dev.litellm.LlmClient;
import dev.litellm.call.Secret;
import dev.litellm.error.LlmAuthenticationException;
import dev.litellm.provider.Auth;
import dev.litellm.routing.InvalidConfigurationException;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AuthSchemeTests {

	private final ScriptedLlm llm = ScriptedLlm.start();

	@AfterEach
	void stop() {
		this.llm.close();
	}

	@Test
	void signsEachRequestAsTheLastThing() {
		LlmClient client = client("mark", (context) -> () -> Mono.just(Access.signed(Secret.of("sk-signing"),
				(request) -> request.withHeader("x-signed", "sig-of-" + request.body().length()))));
		this.llm.enqueue(Reply.text("hello"));
		assertThat(client.chat("own/m").user("hi").call().content()).isEqualTo("hello");
		assertThat(this.llm.requests().get(0).header("x-signed"))
			.isEqualTo("sig-of-" + this.llm.requests().get(0).bytes().length);
		assertThat(this.llm.requests().get(0).header("Authorization")).isNull();
	}

	@Test
	void exchangesTheKeyForATokenOnceAndAgainWhenItIsRefused() {
		LlmClient client = client("exchange", AuthSchemeTests::exchange);
		this.llm.enqueue(Reply.json("{\"access_token\":\"t-one\"}"), Reply.text("1"), Reply.text("2"),
				Reply.error(401, "revoked"), Reply.json("{\"access_token\":\"t-two\"}"), Reply.text("3"));
		assertThat(client.chat("own/m").user("hi").call().content()).isEqualTo("1");
		assertThat(client.chat("own/m").user("hi").call().content()).isEqualTo("2");
		assertThatExceptionOfType(LlmAuthenticationException.class)
			.isThrownBy(() -> client.chat("own/m").user("hi").maxAttempts(1).call().content());
		assertThat(client.chat("own/m").user("hi").call().content()).isEqualTo("3");
		assertThat(this.llm.requests()).extracting((request) -> request.path() + " " + request.header("Authorization"))
			.containsExactly("/v1/token Bearer sk-test", "/v1/chat/completions Bearer t-one",
					"/v1/chat/completions Bearer t-one", "/v1/chat/completions Bearer t-one",
					"/v1/token Bearer sk-test", "/v1/chat/completions Bearer t-two");
	}

	@Test
	void tellsWhyThereIsNoTokenWithoutTellingWhatCameInstead() {
		LlmClient client = client("exchange", AuthSchemeTests::exchange);
		this.llm.enqueue(Reply.raw(400, "application/json", "{\"error\":\"invalid_client\",\"token\":\"t-hidden\"}"));
		assertThatExceptionOfType(LlmAuthenticationException.class)
			.isThrownBy(() -> client.chat("own/m").user("hi").call().content())
			.withMessageContaining("answered 400: invalid_client")
			.satisfies((ex) -> assertThat(ex.toString()).doesNotContain("t-hidden").doesNotContain("sk-test"));
		assertThat(this.llm.requests()).hasSize(1);
	}

	@Test
	void aSchemeIsNotAskedForAnotherHost() {
		LlmClient client = client("mark", (context) -> () -> Mono
			.just(Access.signed(Secret.of("sk-signing"), (request) -> request.withHeader("x-signed", "yes"))));
		try (ScriptedLlm other = ScriptedLlm.start()) {
			other.enqueue(Reply.text("hello"));
			client.chat("own/m").baseUrl(other.baseUrl()).user("hi").call().content();
			assertThat(other.requests().get(0).header("x-signed")).isNull();
		}
	}

	@Test
	void refusesASchemeThatNobodyKnows() {
		assertThatExceptionOfType(InvalidConfigurationException.class)
			.isThrownBy(() -> LlmClient.builder()
				.provider("own", (spec) -> spec.baseUrl("http://localhost:1/v1").auth(Auth.parse("kerberos")))
				.build())
			.withMessageContaining("litellm.providers.own.auth")
			.withMessageContaining("kerberos");
	}

	private static Authorizer exchange(AuthContext context) {
		RefreshingToken token = context.refreshing(() -> context.key()
			.key()
			.flatMap((key) -> context.tokens()
				.form(URI.create(context.baseUrl() + "/token"), Map.of("Authorization", "Bearer " + key.value()),
						Map.of("grant_type", "client_credentials")))
			.map((answer) -> new Token(Secret.of(String.valueOf(answer.get("access_token"))), Instant.now(),
					Instant.now().plusSeconds(3600))));
		return token::bearer;
	}

	private LlmClient client(String name, java.util.function.Function<AuthContext, Authorizer> authorizer) {
		return LlmClient.builder().authScheme(new AuthScheme() {

			@Override
			public String name() {
				return name;
			}

			@Override
			public Authorizer authorizer(AuthContext context) {
				return authorizer.apply(context);
			}

		})
			.provider("own",
					(spec) -> spec.baseUrl(this.llm.baseUrl()).apiKey("sk-test").auth(Auth.parse(name + ":arg")))
			.build();
	}

}
