package dev.litellm.samples.docs;

import java.net.URI;
import java.util.Map;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import dev.litellm.auth.AuthContext;
import dev.litellm.auth.AuthScheme;
import dev.litellm.auth.Authorizer;
import dev.litellm.auth.RefreshingToken;
import dev.litellm.auth.Token;
import dev.litellm.call.Secret;

/**
 * A scheme of docs/guide/own-providers.md.
 */
@Component
class TicketScheme implements AuthScheme {

	@Override
	public String name() {
		return "ticket";
	}

	@Override
	public Authorizer authorizer(AuthContext context) {
		RefreshingToken ticket = context.refreshing(() -> exchange(context));
		return ticket::bearer;
	}

	private static Mono<Token> exchange(AuthContext context) {
		URI issuer = context.address("token-url");
		Secret secret = Secret.of(context.required("client-secret"));
		return context.explained(context.tokens()
			.form(issuer, Map.of(), Map.of("secret", secret.value()))
			.map((answer) -> Token.of(answer, issuer, context.clock())), secret, "client-secret", "token-url");
	}

}
