package dev.litellm.auth;

import java.util.function.Supplier;

import reactor.core.publisher.Mono;

import dev.litellm.call.Secret;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.provider.Auth;
import dev.litellm.provider.KeySource;
import dev.litellm.provider.ModelRule;

/**
 * Azure's scheme: a key in the header that the address wants, or a token of Microsoft
 * Entra ID as a bearer. A token that is configured goes before a configured key where
 * keys have a header of their own; else the key, then the credentials of an application,
 * by its secret or by the token of a workload.
 * <p>
 * What the scheme is told are rules by address, {@code REGEX=>AUTH;…}: the first that
 * matches base URL and query tells where a key stands.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://learn.microsoft.com/en-us/azure/ai-foundry/openai/reference#authentication">Azure
 * OpenAI: authentication</a>
 */
public final class AzureScheme implements AuthScheme {

	private static final Auth API_KEY = Auth.parse("header:api-key");

	@Override
	public String name() {
		return "azure";
	}

	@Override
	public Authorizer authorizer(AuthContext context) {
		KeySource key = context.key();
		Auth header = header(context);
		String token = context.option("ad-token");
		if (key instanceof KeySource.Given || (key != null && (token == null || header.equals(Auth.bearer())))) {
			return () -> key.key()
				.map((secret) -> Access.key(header, secret))
				.switchIfEmpty(Mono.error(() -> missing(context).asException()));
		}
		if (token != null && !IdentityToken.isReference(token)) {
			Access access = Access.bearer(Secret.of(token));
			return () -> Mono.just(access);
		}
		Supplier<Mono<Token>> exchange = EntraTokens.of(context);
		if (exchange == null && AzureIdentity.isPresent()) {
			exchange = AzureIdentity.tokens(context);
		}
		if (exchange == null) {
			return () -> Mono.error(missing(context).asException());
		}
		RefreshingToken keeper = context.refreshing(exchange);
		return () -> keeper.bearer();
	}

	private static Auth header(AuthContext context) {
		String address = context.provider().address().located(context.baseUrl());
		for (ModelRule rule : ModelRule.parse(context.argument())) {
			ModelRule.Route route = rule.apply(address);
			if (route != null) {
				return Auth.parse(route.model());
			}
		}
		return API_KEY;
	}

	private static Failure missing(AuthContext context) {
		return Failure.of(ErrorKind.AUTHENTICATION, context.noKey("ad-token").message()
				+ "; or the options tenant-id and client-id, and client-secret or federated-token-file; or add com.azure:azure-identity for what it finds where the application runs");
	}

}
