package dev.litellm.engine;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import dev.litellm.call.CallOptions;
import dev.litellm.call.Secret;
import dev.litellm.dialect.Target;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.provider.BaseUrls;
import dev.litellm.provider.KeySource;
import dev.litellm.provider.Provider;
import dev.litellm.routing.Deployment;

/**
 * Maker of an attempt's target: it sees to it that a key goes to its own provider's host
 * and nowhere else.
 */
final class Targets {

	private Targets() {
	}

	static Mono<Target> of(Deployment deployment, CallOptions given, boolean own) {
		Provider provider = deployment.provider();
		CallOptions options = own ? given : given.withoutCredentials();
		String override = options.baseUrl();
		String baseUrl = (override != null) ? provider.address().complete(override) : deployment.baseUrl();
		if (baseUrl == null) {
			return fail(ErrorKind.NOT_FOUND,
					"no base URL for provider '" + provider.name() + "': set litellm.providers." + provider.name()
							+ ".base-url" + orVariable(provider.address().variables()));
		}
		Secret callKey = options.apiKey();
		if (callKey != null) {
			return Mono.just(target(deployment, baseUrl, callKey, options));
		}
		KeySource source = deployment.key();
		if (override != null && source != null
				&& (deployment.baseUrl() == null || !BaseUrls.sameOrigin(baseUrl, deployment.baseUrl()))) {
			if (provider.login().optional()) {
				return Mono.just(target(deployment, baseUrl, null, options));
			}
			return fail(ErrorKind.AUTHENTICATION, "the base URL of this call is of another host than that of provider '"
					+ provider.name() + "', whose key goes to its own host only: give the call a key with apiKey(…)");
		}
		if (source instanceof KeySource.Fixed fixed) {
			return Mono.just(target(deployment, baseUrl, fixed.secret(), options));
		}
		if (source == null) {
			return provider.login().optional() ? Mono.just(target(deployment, baseUrl, null, options))
					: noKey(provider);
		}
		return source.key()
			.map((key) -> target(deployment, baseUrl, key, options))
			.switchIfEmpty(Mono.defer(() -> noKey(provider)));
	}

	private static Target target(Deployment deployment, String baseUrl, @Nullable Secret key, CallOptions options) {
		CallOptions merged = options;
		if (!deployment.headers().isEmpty()) {
			Map<String, String> headers = new LinkedHashMap<>(deployment.headers());
			headers.putAll(options.headers());
			merged = options.withHeaders(headers);
		}
		boolean drop = (options.dropUnsupported() != null) ? options.dropUnsupported()
				: Boolean.TRUE.equals(deployment.settings().dropUnsupported());
		return new Target(deployment.provider(), deployment.model(), baseUrl, key, deployment.provider().quirks(),
				merged, drop);
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
