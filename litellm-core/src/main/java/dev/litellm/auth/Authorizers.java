package dev.litellm.auth;

import java.time.Clock;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.error.FailureException;
import dev.litellm.provider.Auth;
import dev.litellm.provider.KeySource;
import dev.litellm.provider.Options;
import dev.litellm.provider.Provider;

/**
 * The authorizers of a client, one for each set of credentials.
 *
 * @since 0.1.0
 */
public final class Authorizers {

	/** Keys of callers are many; what is kept for them is not. */
	private static final int KEPT = 1000;

	private final Map<String, AuthScheme> schemes;

	private final TokenClient tokens;

	private final Clock clock;

	private final Function<String, @Nullable String> environment;

	private final Map<Credentials, Authorizer> kept = new ConcurrentHashMap<>();

	/**
	 * Create the authorizers.
	 * @param schemes the schemes by name
	 * @param tokens gets tokens
	 * @param clock tells when tokens expire
	 * @param environment looks up an environment variable, null for none
	 */
	public Authorizers(Map<String, AuthScheme> schemes, TokenClient tokens, Clock clock,
			Function<String, @Nullable String> environment) {
		this.schemes = Map.copyOf(schemes);
		this.tokens = tokens;
		this.clock = clock;
		this.environment = environment;
	}

	public SortedSet<String> schemes() {
		return new TreeSet<>(this.schemes.keySet());
	}

	/**
	 * Return the access of one attempt.
	 * @param provider the provider, whose auth names a scheme
	 * @param baseUrl where the attempt goes to
	 * @param key the key that is configured or that the call was given, or null
	 * @return the access, or why there is none
	 */
	public Mono<Access> access(Provider provider, String baseUrl, @Nullable KeySource key) {
		try {
			return authorizer(provider, baseUrl, key).access();
		}
		catch (FailureException ex) {
			return Mono.error(ex);
		}
	}

	private Authorizer authorizer(Provider provider, String baseUrl, @Nullable KeySource key) {
		Credentials credentials = credentials(provider, baseUrl, key);
		Authorizer known = this.kept.get(credentials);
		if (known != null) {
			return known;
		}
		AuthScheme scheme = this.schemes.get(provider.login().auth().scheme());
		if (scheme == null) {
			throw Failure
				.of(ErrorKind.AUTHENTICATION,
						"the auth of provider '" + provider.name() + "' is '" + provider.login().auth().scheme()
								+ "', which is not one of " + schemes())
				.asException();
		}
		if (this.kept.size() >= KEPT) {
			this.kept.clear();
		}
		return this.kept.computeIfAbsent(credentials, (missing) -> scheme
			.authorizer(new AuthContext(provider, baseUrl, key, this.tokens, this.clock, this.environment)));
	}

	private static Credentials credentials(Provider provider, String baseUrl, @Nullable KeySource key) {
		return new Credentials(provider.name(), provider.login().auth(), provider.options(), baseUrl, key);
	}

	private record Credentials(String provider, Auth auth, Options options, String baseUrl, @Nullable KeySource key) {
	}

}
