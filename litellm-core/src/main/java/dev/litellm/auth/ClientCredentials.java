package dev.litellm.auth;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import dev.litellm.call.Secret;
import dev.litellm.provider.KeySource;

/**
 * OAuth 2.0's client credentials: {@code oauth2}, or {@code oauth2:body} where the client
 * shows itself in the form instead of the header. A key that is set goes out as the
 * bearer token that it is. The options are {@code client-id}, {@code client-secret},
 * {@code token-url}, which is a path at the host of the base URL or a whole address, and
 * {@code scope}.
 *
 * @since 0.1.0
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.4">RFC 6749, section
 * 4.4</a>
 */
public final class ClientCredentials implements AuthScheme {

	private static final String IN_BODY = "body";

	@Override
	public String name() {
		return "oauth2";
	}

	@Override
	public Authorizer authorizer(AuthContext context) {
		RefreshingToken token = context.refreshing(() -> exchange(context));
		Mono<Access> exchanged = token.bearer();
		KeySource key = context.key();
		return () -> (key != null) ? key.key().map(Access::bearer).switchIfEmpty(exchanged) : exchanged;
	}

	private static Mono<Token> exchange(AuthContext context) {
		String id = context.option("client-id");
		String secret = context.option("client-secret");
		if (id == null && secret == null) {
			throw context.noKey("client-id", "client-secret").asException();
		}
		Map<String, String> form = new LinkedHashMap<>();
		form.put("grant_type", "client_credentials");
		put(form, "scope", context.option("scope"));
		Map<String, String> headers = new LinkedHashMap<>();
		if (context.argument().equals(IN_BODY)) {
			form.put("client_id", context.required("client-id"));
			form.put("client_secret", context.required("client-secret"));
		}
		else {
			String both = context.required("client-id") + ":" + context.required("client-secret");
			headers.put("Authorization",
					"Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
		}
		URI uri = context.required("token-url").startsWith("/")
				? URI.create(context.baseUrl()).resolve(context.required("token-url")) : context.address("token-url");
		return context.explained(
				context.tokens().form(uri, headers, form).map((answer) -> Token.of(answer, uri, context.clock())),
				Secret.of(context.required("client-secret")), "client-id", "client-secret", "token-url");
	}

	private static void put(Map<String, String> form, String name, @Nullable String value) {
		if (value != null) {
			form.put(name, value);
		}
	}

}
