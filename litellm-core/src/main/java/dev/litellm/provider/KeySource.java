package dev.litellm.provider;

import reactor.core.publisher.Mono;

import dev.litellm.call.Secret;

/**
 * Where a provider's key comes from; asked anew for each request, so that a key may
 * rotate.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface KeySource {

	/**
	 * Return the key.
	 * @return the key, or empty where there is none
	 */
	Mono<Secret> key();

	static KeySource of(Secret secret) {
		return new Fixed(secret);
	}

	/**
	 * A key that does not change.
	 *
	 * @param secret the key
	 */
	record Fixed(Secret secret) implements KeySource {

		@Override
		public Mono<Secret> key() {
			return Mono.just(this.secret);
		}

	}

	/**
	 * A key that the call brought, which nothing that is configured goes before.
	 *
	 * @param secret the key
	 */
	record Given(Secret secret) implements KeySource {

		@Override
		public Mono<Secret> key() {
			return Mono.just(this.secret);
		}

	}

	/**
	 * A token that goes out as a bearer, whatever header the provider reads its keys
	 * from.
	 *
	 * @param secret the token
	 */
	record Bearer(Secret secret) implements KeySource {

		@Override
		public Mono<Secret> key() {
			return Mono.just(this.secret);
		}

	}

}
