package dev.litellm.auth;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import dev.litellm.call.Secret;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.error.FailureException;
import dev.litellm.provider.BaseUrls;
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
 * @param environment looks up an environment variable, null for none
 * @since 0.1.0
 */
public record AuthContext(Provider provider, String baseUrl, @Nullable KeySource key, TokenClient tokens, Clock clock,
		Function<String, @Nullable String> environment) {

	/** Stands for the key among settings. */
	static final String KEY = "api-key";

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
		return new RefreshingToken(this.provider.name(), exchange, this.clock);
	}

	/**
	 * Return an exchange whose failures say what to mend, and do not tell what was shown.
	 * @param <T> what is got
	 * @param exchange the exchange
	 * @param shown the credential that is shown to the issuer, who may echo it
	 * @param settings the options that the exchange goes by; {@code api-key} is the key
	 * @return the exchange
	 */
	public <T> Mono<T> explained(Mono<T> exchange, Secret shown, String... settings) {
		return exchange.onErrorMap((ex) -> {
			StringBuilder ways = new StringBuilder();
			for (String setting : settings) {
				ways.append(ways.isEmpty() ? ": check " : "; ").append(howToSet(setting));
			}
			Failure failure = ((ex instanceof FailureException known) ? known.failure() : Failure
				.of(ErrorKind.AUTHENTICATION, "no token that can be used (" + ex.getClass().getSimpleName() + ")"))
				.masked(shown::mask);
			return failure.withMessage(failure.message() + ways).asException();
		});
	}

	/**
	 * Return how to set an option.
	 * @param setting the option's name; {@code api-key} is the key
	 * @return the property, and the environment variables
	 */
	public String howToSet(String setting) {
		String name = this.provider.name();
		if (!setting.equals(KEY)) {
			return this.provider.options().howToSet(name, setting);
		}
		String variables = String.join(" or ", this.provider.login().keyVariables());
		return "litellm.providers." + name + ".api-key"
				+ (variables.isEmpty() ? "" : ", or the environment variable " + variables);
	}

	/**
	 * Return the failure of a call whose provider lacks an option.
	 * @param names the options, each of which would do
	 * @return the failure
	 */
	public Failure missing(String... names) {
		StringBuilder ways = new StringBuilder();
		for (String name : names) {
			ways.append(ways.isEmpty() ? "" : "; or ").append(howToSet(name));
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
		StringBuilder ways = new StringBuilder(howToSet(KEY));
		for (int i = 0; i < names.length; i++) {
			ways.append((i == 0) ? "; or " : " and ").append(howToSet(names[i]));
		}
		return Failure.of(ErrorKind.AUTHENTICATION, "no key for provider '" + this.provider.name() + "': set " + ways);
	}

	/**
	 * Return an option that is an address and must be there.
	 * @param name the option's name
	 * @return the address
	 */
	public URI address(String name) {
		try {
			return URI.create(BaseUrls.check(required(name)));
		}
		catch (IllegalArgumentException ex) {
			throw Failure.of(ErrorKind.AUTHENTICATION, ex.getMessage() + ": check " + howToSet(name)).asException();
		}
	}

	/**
	 * Read a file that an option names; it blocks.
	 * @param path the file's path
	 * @param what what is in it
	 * @param setting the option that names it
	 * @return its text
	 */
	String file(String path, String what, String setting) {
		try {
			return Files.readString(Path.of(path)).strip();
		}
		catch (IOException | IllegalArgumentException ex) {
			throw Failure
				.of(ErrorKind.AUTHENTICATION,
						what + " cannot be read from '" + path.replaceAll("\\p{Cntrl}", "?") + "' ("
								+ ex.getClass().getSimpleName() + "): check " + howToSet(setting))
				.asException();
		}
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
