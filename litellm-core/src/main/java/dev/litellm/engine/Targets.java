package dev.litellm.engine;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

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

	private Targets() {
	}

	/**
	 * Return an attempt's target.
	 * @param deployment who is asked
	 * @param requested the requested model, whom alone the caller's credentials are for
	 * @param given the caller's options
	 * @return the target, or a failure
	 */
	static Mono<Target> of(Deployment deployment, Leg requested, CallOptions given) {
		CallOptions options = isMeant(deployment, requested, given) ? given : given.withoutCredentials();
		Provider provider = deployment.provider();
		String baseUrl;
		try {
			baseUrl = (options.baseUrl() != null) ? override(deployment, options.baseUrl()) : deployment.baseUrl();
		}
		catch (IllegalArgumentException ex) {
			return fail(ErrorKind.BAD_REQUEST, String.valueOf(ex.getMessage()));
		}
		if (baseUrl == null) {
			return fail(ErrorKind.NOT_FOUND,
					"no base URL for provider '" + provider.name() + "': set litellm.providers." + provider.name()
							+ ".base-url" + orVariable(provider.address().variables()));
		}
		String missing = provider.address().missing(baseUrl);
		if (missing != null) {
			return fail(ErrorKind.NOT_FOUND, "the address of provider '" + provider.name() + "' needs " + missing
					+ ": set the environment variable, or litellm.providers." + provider.name() + ".base-url");
		}
		boolean foreign = options.baseUrl() != null
				&& (deployment.baseUrl() == null || !BaseUrls.sameOrigin(baseUrl, deployment.baseUrl()));
		return key(deployment, options, foreign)
			.map((key) -> target(foreign ? stripped(deployment) : deployment, baseUrl, key, options));
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

	private static Mono<Secret> key(Deployment deployment, CallOptions options, boolean foreign) {
		Provider provider = deployment.provider();
		if (options.apiKey() != null) {
			return Mono.just(options.apiKey());
		}
		KeySource source = deployment.key();
		boolean needless = provider.login().optional()
				|| options.headers().keySet().stream().anyMatch(provider.login().auth().header()::equalsIgnoreCase);
		if (foreign && source != null && !needless) {
			return fail(ErrorKind.AUTHENTICATION, "the base URL of this call is of another host than that of provider '"
					+ provider.name() + "', whose key goes to its own host only: give the call a key with apiKey(…)");
		}
		Mono<Secret> missing = needless ? Mono.just(NO_KEY) : Mono.defer(() -> noKey(provider));
		return (source == null || foreign) ? missing : source.key().switchIfEmpty(missing);
	}

	private static Deployment stripped(Deployment deployment) {
		Provider provider = deployment.provider();
		return new Deployment(deployment.name(), provider.withHeaders(Credentials.without(provider.headers())),
				deployment.model(), deployment.baseUrl(), null, deployment.settings(),
				Credentials.without(deployment.headers()));
	}

	private static Target target(Deployment deployment, String baseUrl, Secret key, CallOptions options) {
		CallOptions merged = options;
		if (!deployment.headers().isEmpty()) {
			Map<String, String> headers = new LinkedHashMap<>(deployment.headers());
			headers.putAll(options.headers());
			merged = options.withHeaders(headers);
		}
		boolean drop = (options.dropUnsupported() != null) ? options.dropUnsupported()
				: Boolean.TRUE.equals(deployment.settings().dropUnsupported());
		Provider provider = deployment.provider();
		if (options.apiKey() == null && deployment.key() instanceof KeySource.Bearer) {
			provider = provider.withLogin(provider.login().withAuth(Auth.bearer()));
		}
		return new Target(provider, deployment.model(), baseUrl, key, provider.quirks(), merged, drop);
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
