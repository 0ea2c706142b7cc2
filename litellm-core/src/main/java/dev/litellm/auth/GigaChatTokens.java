package dev.litellm.auth;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import dev.litellm.call.Secret;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.provider.KeySource;

/**
 * GigaChat's tokens, as {@code auth=gigachat}: the key is the authorization key of a
 * project, which is exchanged at {@code auth-url} for a token of half an hour, within
 * {@code scope}.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://developers.sber.ru/docs/ru/gigachat/api/reference/rest/post-token">Token</a>
 */
public final class GigaChatTokens implements AuthScheme {

	@Override
	public String name() {
		return "gigachat";
	}

	@Override
	public Authorizer authorizer(AuthContext context) {
		KeySource key = context.key();
		if (key == null) {
			throw context.noKey().asException();
		}
		Mono<Secret> credentials = key.key().switchIfEmpty(Mono.defer(() -> Mono.error(context.noKey().asException())));
		RefreshingToken token = context
			.refreshing(() -> credentials.flatMap((credential) -> exchange(context, credential)));
		return () -> token.bearer();
	}

	private static Mono<Token> exchange(AuthContext context, Secret credentials) {
		URI uri = context.address("auth-url");
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("Authorization", "Basic " + credentials.value());
		headers.put("RqUID", requestId());
		return context.explained(
				context.tokens()
					.form(uri, headers, Map.of("scope", context.required("scope")))
					.map((answer) -> token(answer, uri, context.clock().instant())),
				credentials, AuthContext.KEY, "scope", "auth-url");
	}

	private static Token token(Map<String, @Nullable Object> answer, URI from, Instant now) {
		if (!(answer.get("access_token") instanceof String value) || value.isBlank()) {
			throw Failure
				.of(ErrorKind.AUTHENTICATION,
						"no token from " + from.getHost() + ", whose answer holds no access_token")
				.asException();
		}
		Instant expires = (answer.get("expires_at") instanceof Number millis) ? Instant.ofEpochMilli(millis.longValue())
				: now.plusSeconds(1800);
		return new Token(Secret.of(value), now, expires);
	}

	/** A random UUID, from a source of randomness that never blocks. */
	private static String requestId() {
		ThreadLocalRandom random = ThreadLocalRandom.current();
		return new UUID((random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() >>> 2) | Long.MIN_VALUE)
			.toString();
	}

}
