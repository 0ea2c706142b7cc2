package dev.litellm.auth;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import dev.litellm.call.Secret;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Values;
import dev.litellm.provider.KeySource;

/**
 * GitHub Copilot's tokens, as {@code auth=copilot}: the key is a token of GitHub's, or
 * stands in {@code token-dir} where LiteLLM's login has put it, and is exchanged at
 * {@code token-url} for one of half an hour, which tells where it is good for.
 *
 * @since 0.1.0
 */
public final class CopilotTokens implements AuthScheme {

	private static final String API = "api";

	/** Where GitHub serves Copilot from, beside hosts of an enterprise's own domain. */
	private static final String DOMAIN = "githubcopilot.com";

	/** A token is refreshed when GitHub says so, and good for some time more. */
	private static final long MARGIN = 60;

	@Override
	public String name() {
		return "copilot";
	}

	@Override
	public Authorizer authorizer(AuthContext context) {
		Mono<Secret> login = login(context);
		boolean told = context.baseUrl().equals(context.provider().address().baseUrl())
				&& !context.provider().address().given();
		RefreshingToken token = context.refreshing(() -> login.flatMap((secret) -> exchange(context, secret)));
		return () -> token.access((got) -> {
			Access access = Access.bearer(got.value());
			return (told && got.details().get(API) instanceof String api) ? access.at(api) : access;
		});
	}

	private static Mono<Secret> login(AuthContext context) {
		KeySource key = context.key();
		if (key != null) {
			return key.key().switchIfEmpty(Mono.error(() -> context.noKey("token-dir").asException()));
		}
		String directory = context.option("token-dir");
		if (directory == null) {
			throw context.noKey("token-dir").asException();
		}
		Path file = Path.of(directory, context.required("token-file"));
		return Mono.fromCallable(() -> Secret.of(Files.readString(file).strip()))
			.subscribeOn(Schedulers.boundedElastic())
			.onErrorMap(IOException.class,
					(ex) -> Failure
						.of(ErrorKind.AUTHENTICATION,
								"no token of GitHub's for provider '" + context.provider().name() + "': " + file
										+ " cannot be read; log in there with LiteLLM, or set litellm.providers."
										+ context.provider().name() + ".api-key")
						.asException());
	}

	private static Mono<Token> exchange(AuthContext context, Secret login) {
		URI uri = context.address("token-url");
		Map<String, String> headers = new LinkedHashMap<>(context.provider().headers());
		headers.put("Accept", "application/json");
		headers.put("Authorization", "token " + login.value());
		return context.explained(
				context.tokens().get(uri, headers).map((answer) -> token(answer, uri, context.clock().instant())),
				login, AuthContext.KEY, "token-dir", "token-url");
	}

	private static Token token(Map<String, @Nullable Object> answer, URI from, Instant now) {
		if (!(answer.get("token") instanceof String value) || value.isBlank()) {
			throw Failure
				.of(ErrorKind.AUTHENTICATION, "no token from " + from.getHost() + ", whose answer holds no token")
				.asException();
		}
		Map<String, @Nullable Object> details = new LinkedHashMap<>();
		if (Values.fields(answer.get("endpoints")).get(API) instanceof String api && !api.isBlank()) {
			details.put(API, checked(api, from));
		}
		return new Token(Secret.of(value), now, expires(answer, now), details);
	}

	/** What is left counts from now on: clocks need not agree. */
	private static Instant expires(Map<String, @Nullable Object> answer, Instant now) {
		if (answer.get("refresh_in") instanceof Number seconds) {
			return now.plusSeconds(seconds.longValue() + MARGIN);
		}
		return (answer.get("expires_at") instanceof Number seconds) ? Instant.ofEpochSecond(seconds.longValue())
				: now.plusSeconds(1500);
	}

	/** A token goes to GitHub's hosts only, whatever an answer says. */
	private static String checked(String api, URI from) {
		String issuer = host(from.toString());
		String domain = issuer.startsWith("api.") ? issuer.substring(4) : issuer;
		String host = host(api);
		boolean secure = api.startsWith("https://") || !"https".equals(from.getScheme());
		if (secure && (within(host, DOMAIN) || within(host, domain))) {
			return api;
		}
		throw Failure
			.of(ErrorKind.AUTHENTICATION,
					"the token of " + from.getHost() + " is said to be for " + host
							+ ", which is none of its hosts: set the base-url of the provider if it is right")
			.asException();
	}

	private static boolean within(String host, String domain) {
		return host.equals(domain) || host.endsWith("." + domain);
	}

	private static String host(String address) {
		try {
			return Objects.requireNonNullElse(URI.create(address).getHost(), "").toLowerCase(Locale.ROOT);
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

}
