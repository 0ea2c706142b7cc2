package dev.litellm.engine;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import dev.litellm.auth.Access;
import dev.litellm.auth.Authorizers;
import dev.litellm.call.CallOptions;
import dev.litellm.call.Credentials;
import dev.litellm.call.Secret;
import dev.litellm.dialect.Target;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.provider.Auth;
import dev.litellm.provider.BaseUrls;
import dev.litellm.provider.KeySource;
import dev.litellm.provider.Provider;
import dev.litellm.routing.Deployment;
import dev.litellm.routing.Leg;

/**
 * Maker of an attempt's target: it sees to it that a key goes to its own provider's host
 * and nowhere else.
 */
final class Targets {

	private static final Secret NO_KEY = Secret.of("");

	private static final Access NO_ACCESS = Access.bearer(NO_KEY);

	private final Authorizers authorizers;

	private final Deployment deployment;

	/**
	 * Create a maker.
	 * @param authorizers show providers who calls
	 * @param deployment who is asked
	 */
	Targets(Authorizers authorizers, Deployment deployment) {
		this.authorizers = authorizers;
		this.deployment = deployment;
	}

	/**
	 * Return an attempt's target.
	 * @param requested the requested model, whom alone the caller's credentials are for
	 * @param given the caller's options
	 * @return the target, or a failure
	 */
	Mono<Target> of(Leg requested, CallOptions given) {
		CallOptions options = isMeant(this.deployment, requested, given) ? given : given.withoutCredentials();
		Provider provider = this.deployment.provider();
		String baseUrl;
		try {
			baseUrl = (options.baseUrl() != null) ? override(this.deployment, options.baseUrl())
					: this.deployment.baseUrl();
		}
		catch (IllegalArgumentException ex) {
			return fail(ErrorKind.BAD_REQUEST, String.valueOf(ex.getMessage()));
		}
		if (baseUrl == null) {
			return fail(ErrorKind.NOT_FOUND,
					"no base URL for provider '" + provider.name() + "': set litellm.providers." + provider.name()
							+ ".base-url" + orVariable(provider.address().variables()));
		}
		// credentials may tell what is missing from the path
		String missing = provider.address().missing(baseUrl, provider.login().auth().isKey());
		if (missing != null) {
			return Mono.error(lacking(provider, missing).asException());
		}
		boolean foreign = options.baseUrl() != null
				&& (this.deployment.baseUrl() == null || !BaseUrls.sameOrigin(baseUrl, this.deployment.baseUrl()));
		return access(options, baseUrl, foreign)
			.map((access) -> target(foreign ? stripped(this.deployment) : this.deployment, baseUrl, access, options));
	}

	private static Failure lacking(Provider provider, String missing) {
		String needs = "the address of provider '" + provider.name() + "' needs ";
		if (missing.charAt(0) != '@') {
			return Failure.of(ErrorKind.NOT_FOUND, needs + missing
					+ ": set the environment variable, or litellm.providers." + provider.name() + ".base-url");
		}
		String option = missing.substring(1);
		String source = provider.options().source(option);
		String how = provider.options().howToSet(provider.name(), source);
		return (source.equals(option) || provider.options().text(source) == null)
				? Failure.of(ErrorKind.NOT_FOUND, needs + "the option '" + source + "': set " + how)
				: Failure.of(ErrorKind.BAD_REQUEST, needs + "another value of the option '" + source
						+ "', from which no " + option + " follows: correct " + how);
	}

	private static @Nullable String override(Deployment deployment, String baseUrl) {
		Provider provider = deployment.provider();
		String model = deployment.name().substring(provider.name().length() + 1);
		return provider.address().route(model).baseUrl(provider.address().complete(baseUrl), true);
	}

	private static boolean isMeant(Deployment deployment, Leg requested, CallOptions given) {
		Deployment first = requested.deployments().get(0);
		if (deployment == first) {
			return true;
		}
		return requested.deployments().contains(deployment)
				&& deployment.provider().name().equals(first.provider().name())
				&& (given.baseUrl() != null || (deployment.baseUrl() != null && first.baseUrl() != null
						&& BaseUrls.sameOrigin(deployment.baseUrl(), first.baseUrl())));
	}

	private Mono<Access> access(CallOptions options, String baseUrl, boolean foreign) {
		Provider provider = this.deployment.provider();
		KeySource source = (options.apiKey() != null) ? new KeySource.Given(options.apiKey()) : this.deployment.key();
		Auth auth = (source instanceof KeySource.Bearer) ? Auth.bearer() : provider.login().auth();
		boolean withheld = foreign && options.apiKey() == null;
		boolean needless = provider.login().optional() || isSet(auth.header(), options.headers());
		if (withheld && !needless && (source != null || !auth.isKey())) {
			return fail(ErrorKind.AUTHENTICATION, "the base URL of this call is of another host than that of provider '"
					+ provider.name() + "', whose key goes to its own host only: give the call a key with apiKey(…)");
		}
		if (!auth.isKey()) {
			return (needless && (withheld || !provider.login().optional())) ? Mono.just(NO_ACCESS)
					: this.authorizers.access(provider, baseUrl, source);
		}
		Mono<Secret> missing = needless ? Mono.just(NO_KEY) : Mono.defer(() -> noKey(provider));
		return ((source == null || withheld) ? missing : source.key().switchIfEmpty(missing))
			.map((key) -> Access.key(auth, key));
	}

	private static boolean isSet(String header, Map<String, String> headers) {
		return !headers.isEmpty() && headers.keySet().stream().anyMatch(header::equalsIgnoreCase);
	}

	private static Deployment stripped(Deployment deployment) {
		Provider provider = deployment.provider();
		return new Deployment(deployment.name(), provider.withHeaders(Credentials.without(provider.headers())),
				deployment.model(), deployment.baseUrl(), null, deployment.settings(),
				Credentials.without(deployment.headers()));
	}

	private static Target target(Deployment deployment, String known, Access access, CallOptions options) {
		String baseUrl = (access.baseUrl() != null) ? access.baseUrl() : known;
		CallOptions merged = options;
		if (!deployment.headers().isEmpty()) {
			Map<String, String> headers = new LinkedHashMap<>(deployment.headers());
			headers.putAll(options.headers());
			merged = options.withHeaders(headers);
		}
		boolean drop = (options.dropUnsupported() != null) ? options.dropUnsupported()
				: Boolean.TRUE.equals(deployment.settings().dropUnsupported());
		Provider provider = deployment.provider();
		for (Map.Entry<String, String> option : access.options().entrySet()) {
			provider = provider.withVariable("@" + option.getKey(), option.getValue());
		}
		String missing = provider.address().missing(baseUrl, true);
		if (missing != null) {
			throw lacking(provider, missing).asException();
		}
		return new Target(provider, deployment.model(), baseUrl, access, provider.quirks(), merged, drop);
	}

	private static <T> Mono<T> noKey(Provider provider) {
		return fail(ErrorKind.AUTHENTICATION, "no key for provider '" + provider.name() + "': set litellm.providers."
				+ provider.name() + ".api-key" + orVariable(provider.login().keyVariables()));
	}

	private static String orVariable(Iterable<String> variables) {
		String names = String.join(" or ", variables);
		return names.isEmpty() ? "" : ", or the environment variable " + names;
	}

	private static <T> Mono<T> fail(ErrorKind kind, String message) {
		return Mono.error(Failure.of(kind, message).asException());
	}

}
