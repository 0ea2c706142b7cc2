package dev.litellm.auth;

import java.net.URI;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import dev.litellm.call.Secret;
import dev.litellm.provider.Auth;
import dev.litellm.provider.KeySource;

/**
 * IBM Cloud's identities, {@code ibm-iam}: an API key is exchanged for a token at the
 * option {@code iam-url}. The options {@code token}, a token got elsewhere, and
 * {@code zen-api-key}, a key of Cloud Pak for Data, go out as they are and prevail over
 * the configured key, but not over one that a call is given.
 *
 * @since 0.1.0
 * @see <a href="https://cloud.ibm.com/apidocs/iam-identity-token-api">IAM Identity
 * Services</a>
 */
public final class IbmIam implements AuthScheme {

	private static final Auth ZEN = Auth.parse("scheme:ZenApiKey");

	private static final String GRANT = "urn:ibm:params:oauth:grant-type:apikey";

	@Override
	public String name() {
		return "ibm-iam";
	}

	@Override
	public Authorizer authorizer(AuthContext context) {
		KeySource key = context.key();
		KeySource configured = context.provider().login().key();
		if (key == null || key.equals(configured)) {
			Access known = known(context);
			if (known != null) {
				return () -> Mono.just(known);
			}
		}
		Mono<Secret> none = Mono.error(() -> context.noKey().asException());
		RefreshingToken token = context.refreshing(() -> ((key != null) ? key.key().switchIfEmpty(none) : none)
			.flatMap((secret) -> exchange(context, secret)));
		return () -> token.bearer();
	}

	private static @Nullable Access known(AuthContext context) {
		String token = context.option("token");
		String zen = context.option("zen-api-key");
		if (token != null) {
			return Access.bearer(Secret.of(token));
		}
		return (zen != null) ? Access.key(ZEN, Secret.of(zen)) : null;
	}

	private static Mono<Token> exchange(AuthContext context, Secret key) {
		URI uri = context.address("iam-url");
		return context.explained(context.tokens()
			.form(uri, Map.of("Accept", "application/json"), Map.of("grant_type", GRANT, "apikey", key.value()))
			.map((answer) -> Token.of(answer, uri, context.clock())), key, AuthContext.KEY, "iam-url");
	}

}
