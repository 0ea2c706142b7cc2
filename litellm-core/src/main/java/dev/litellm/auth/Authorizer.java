package dev.litellm.auth;

import reactor.core.publisher.Mono;

/**
 * What authorizes calls with one set of credentials; thread-safe.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface Authorizer {

	/**
	 * Return what the requests of one attempt are marked with.
	 * @return the access, or a {@link dev.litellm.error.FailureException} that says which
	 * property or variable is missing or what the token's issuer answered
	 */
	Mono<Access> access();

}
