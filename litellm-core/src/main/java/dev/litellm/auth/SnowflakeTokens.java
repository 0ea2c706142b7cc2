package dev.litellm.auth;

import java.util.Objects;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import dev.litellm.call.Secret;
import dev.litellm.provider.KeySource;

/**
 * Snowflake's tokens, {@code snowflake}: beside each stands what type it is of, the
 * option {@code token-type}. A token that begins with {@code pat/} is a programmatic
 * access token, whatever the option says. Without a token one is signed with the
 * {@code private-key} of a {@code user}.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.snowflake.com/en/developer-guide/snowflake-rest-api/authentication">Authenticating
 * Snowflake REST APIs</a>
 */
public final class SnowflakeTokens implements AuthScheme {

	private static final String KEY_PAIR = "KEYPAIR_JWT";

	private static final String PROGRAMMATIC = "pat/";

	private static final String TYPE = "X-Snowflake-Authorization-Token-Type";

	@Override
	public String name() {
		return "snowflake";
	}

	@Override
	public Authorizer authorizer(AuthContext context) {
		String type = Objects.requireNonNullElse(context.option("token-type"), KEY_PAIR);
		KeySource key = context.key();
		if (key == null && SnowflakeKeyPair.isSet(context)) {
			RefreshingToken keeper = context.refreshing(() -> Mono.fromCallable(() -> SnowflakeKeyPair.token(context))
				.subscribeOn(Schedulers.boundedElastic()));
			return () -> keeper.access((token) -> access(token.value(), KEY_PAIR));
		}
		Mono<Access> none = Mono.error(() -> context.noKey("user", "private-key-file").asException());
		return () -> (key != null) ? key.key().map((secret) -> access(secret, type)).switchIfEmpty(none) : none;
	}

	private static Access access(Secret key, String type) {
		boolean programmatic = key.value().startsWith(PROGRAMMATIC);
		Secret token = programmatic ? Secret.of(key.value().substring(PROGRAMMATIC.length())) : key;
		return Access.signed(token, (request) -> request.withHeader("Authorization", "Bearer " + token.value())
			.withHeader(TYPE, programmatic ? "PROGRAMMATIC_ACCESS_TOKEN" : type));
	}

}
