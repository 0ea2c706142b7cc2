package dev.litellm.auth;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import dev.litellm.call.Secret;

/**
 * An access key of AWS.
 *
 * @param id its id
 * @param secret the key
 * @param session the token of a temporary key, or null
 */
record AwsKeys(String id, Secret secret, @Nullable Secret session) {

	private static final String ID = "id";

	private static final String SESSION = "session";

	static AwsKeys of(String id, String secret, @Nullable String session) {
		return new AwsKeys(id, Secret.of(secret), (session != null) ? Secret.of(session) : null);
	}

	static AwsKeys of(Token token) {
		return new AwsKeys(String.valueOf(token.details().get(ID)), token.value(),
				(Secret) token.details().get(SESSION));
	}

	Token until(Instant now, Instant expires) {
		Map<String, @Nullable Object> details = new LinkedHashMap<>();
		details.put(ID, this.id);
		details.put(SESSION, this.session);
		return new Token(this.secret, now, expires, details);
	}

	/**
	 * Return what an answer may repeat: of a temporary key its token goes out, of others
	 * nothing that is secret.
	 * @return what is masked
	 */
	Secret shown() {
		return (this.session != null) ? this.session : this.secret;
	}

	Access access(AwsSigner signer) {
		return Access.signed(shown(), (request) -> signer.sign(request, this.id, this.secret, this.session));
	}

	/**
	 * Where access keys come from.
	 */
	interface Source {

		/**
		 * Return the keys that hold now.
		 * @return the keys, or why there are none
		 */
		Mono<AwsKeys> keys();

		/**
		 * Return the access of one attempt.
		 * @param signer signs its requests
		 * @return the access, or why there is none
		 */
		default Mono<Access> access(AwsSigner signer) {
			return keys().map((keys) -> keys.access(signer));
		}

		static Source kept(RefreshingToken keeper) {
			return new Source() {

				@Override
				public Mono<AwsKeys> keys() {
					return keeper.get().map(AwsKeys::of);
				}

				@Override
				public Mono<Access> access(AwsSigner signer) {
					return keeper.access((token) -> AwsKeys.of(token).access(signer));
				}

			};
		}

		/**
		 * Return this source, or another where it knows nothing.
		 * @param other the other
		 * @return the source
		 */
		default Source or(Source other) {
			Source first = this;
			return new Source() {

				@Override
				public Mono<AwsKeys> keys() {
					return first.keys().switchIfEmpty(Mono.defer(other::keys));
				}

				@Override
				public Mono<Access> access(AwsSigner signer) {
					return first.access(signer).switchIfEmpty(Mono.defer(() -> other.access(signer)));
				}

			};
		}

	}

}
