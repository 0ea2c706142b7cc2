package dev.litellm.auth;

import java.time.Clock;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.provider.KeySource;
import dev.litellm.provider.Provider;

/**
 * Whom an authorizer is for, and by what means it may get tokens.
 *
 * @param provider the provider, its options filled in
 * @param baseUrl where the calls go to
 * @param key the key that is configured or that the call was given, or null
 * @param tokens gets tokens from those who issue them
 * @param clock tells when tokens expire
 * @since 0.1.0
 */
public record AuthContext(Provider provider, String baseUrl, @Nullable KeySource key, TokenClient tokens, Clock clock) {

	public @Nullable String option(String name) {
		return this.provider.options().text(name);
	}

	/**
	 * Return what the provider's auth tells the scheme.
	 * @return what stands behind the colon, empty for nothing
	 */
	public String argument() {
		return this.provider.login().auth().argument();
	}

	/**
	 * Return a token that is exchanged once for all calls and refreshed ahead of time.
	 * @param exchange gets a token
	 * @return the token's keeper
	 */
	public RefreshingToken refreshing(Supplier<Mono<Token>> exchange) {
		return new RefreshingToken(exchange, this.clock);
	}

	/**
	 * Return the failure of a call whose provider lacks an option.
	 * @param names the options, each of which would do
	 * @return the failure
	 */
	public Failure missing(String... names) {
		StringBuilder ways = new StringBuilder();
		for (String name : names) {
			ways.append(ways.isEmpty() ? "" : "; or ")
				.append(this.provider.options().howToSet(this.provider.name(), name));
		}
		return Failure.of(ErrorKind.AUTHENTICATION,
				"no credentials for provider '" + this.provider.name() + "': set " + ways);
	}

	/**
	 * Return the failure of a call whose provider has neither a key nor what may stand
	 * for it.
	 * @param names the options that together stand for a key
	 * @return the failure
	 */
	public Failure noKey(String... names) {
		String name = this.provider.name();
		StringBuilder ways = new StringBuilder("litellm.providers." + name + ".api-key");
		String variables = String.join(" or ", this.provider.login().keyVariables());
		ways.append(variables.isEmpty() ? "" : ", or the environment variable " + variables);
		for (int i = 0; i < names.length; i++) {
			ways.append((i == 0) ? "; or " : " and ").append(this.provider.options().howToSet(name, names[i]));
		}
		return Failure.of(ErrorKind.AUTHENTICATION, "no key for provider '" + name + "': set " + ways);
	}

	/**
	 * Return an option that must be there.
	 * @param name the option's name
	 * @return its value
	 */
	public String required(String name) {
		String value = option(name);
		if (value == null) {
			throw missing(name).asException();
		}
		return value;
	}

}
