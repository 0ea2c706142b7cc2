package dev.litellm.auth;

import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.Secret;
import dev.litellm.provider.Auth;
import dev.litellm.transport.WireRequest;

/**
 * What the requests of one attempt show who sends them by: a key or token in a header, or
 * a signature of each request.
 *
 * @param auth the header that the key stands in
 * @param key the key or token; of a signature the secret it is made with, which is masked
 * in what is told
 * @param signature signs a request as the last thing before it is sent, or null
 * @param refused told when the provider does not accept it, so that a token that was
 * revoked is not used until it expires
 * @since 0.1.0
 */
public record Access(Auth auth, Secret key, @Nullable UnaryOperator<WireRequest> signature, Runnable refused) {

	private static final Runnable NOTHING = () -> {
	};

	public static Access key(Auth auth, Secret key) {
		return new Access(auth, key, null, NOTHING);
	}

	public static Access bearer(Secret token) {
		return key(Auth.bearer(), token);
	}

	public static Access signed(Secret secret, UnaryOperator<WireRequest> signature) {
		return new Access(Auth.bearer(), secret, signature, NOTHING);
	}

	/**
	 * Return this access with somebody to tell when it is refused.
	 * @param refused told of it, for example {@link RefreshingToken#drop()}
	 * @return the access
	 */
	public Access whenRefused(Runnable refused) {
		return new Access(this.auth, this.key, this.signature, refused);
	}

}
