package dev.litellm.auth;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Objects;

import com.azure.core.credential.AccessToken;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import dev.litellm.error.ErrorKind;
import dev.litellm.error.FailureException;
import dev.litellm.provider.Provider;
import dev.litellm.provider.Providers;
import dev.litellm.transport.HttpSettings;
import dev.litellm.transport.ReactorConnectors;
import dev.litellm.transport.WebClientTransport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AzureIdentityTests {

	private final Provider azure = Objects.requireNonNull(Providers.builtIn().get("azure")).fill((name) -> null);

	private final AuthContext context = new AuthContext(this.azure, "https://eu.openai.azure.com", null,
			new TokenClient(new WebClientTransport(new ReactorConnectors(HttpSettings.defaults()))), Clock.systemUTC(),
			(name) -> null);

	@Test
	void takesTheLibrarysTokenForTheScope() {
		OffsetDateTime expires = OffsetDateTime.now().plusHours(1);
		Token token = AzureIdentity
			.tokens(this.context, (request) -> Mono.just(new AccessToken(request.getScopes().get(0), expires)))
			.get()
			.block();
		assertThat(token.value().value()).isEqualTo("https://cognitiveservices.azure.com/.default");
		assertThat(token.expires()).isEqualTo(expires.toInstant());
	}

	@Test
	void tellsTheFirstLineOfWhyThereIsNone() {
		assertThatExceptionOfType(FailureException.class)
			.isThrownBy(() -> AzureIdentity
				.tokens(this.context, (request) -> Mono.error(new IllegalStateException("no identity\nand much more")))
				.get()
				.block())
			.satisfies((ex) -> assertThat(ex.failure().kind()).isEqualTo(ErrorKind.AUTHENTICATION))
			.withMessageContaining("no identity")
			.withMessageNotContaining("much more");
	}

}
