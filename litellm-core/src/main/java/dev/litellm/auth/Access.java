package dev.litellm.auth;

import java.util.Map;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.Secret;
import dev.litellm.provider.Auth;
import dev.litellm.provider.BaseUrls;
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
 * @param options what the credentials tell beside, as the project of an account: options
 * of the provider where the application sets none
 * @param baseUrl the address that the credentials are good for, where that is not known
 * before; or null
 * @since 0.1.0
 */
public record Access(Auth auth, Secret key, @Nullable UnaryOperator<WireRequest> signature, Runnable refused,
		Map<String, String> options, @Nullable String baseUrl) {

	private static final Runnable NOTHING = () -> {
	};

	public Access {
		options = Map.copyOf(options);
	}

	public static Access key(Auth auth, Secret key) {
		return new Access(auth, key, null, NOTHING, Map.of(), null);
	}

	public static Access bearer(Secret token) {
		return key(Auth.bearer(), token);
	}

	public static Access signed(Secret secret, UnaryOperator<WireRequest> signature) {
		return new Access(Auth.bearer(), secret, signature, NOTHING, Map.of(), null);
	}

	/**
	 * Return this access with somebody to tell when it is refused.
	 * @param refused told of it, for example {@link RefreshingToken#drop}
	 * @return the access
	 */
	public Access whenRefused(Runnable refused) {
		return new Access(this.auth, this.key, this.signature, refused, this.options, this.baseUrl);
	}

	/**
	 * Return this access with what the credentials tell beside.
	 * @param options the options by name
	 * @return the access
	 */
	public Access withOptions(Map<String, String> options) {
		return new Access(this.auth, this.key, this.signature, this.refused, options, this.baseUrl);
	}

	/**
	 * Return this access for an address that came with the credentials.
	 * @param baseUrl the base URL that the requests go to, instead of the provider's
	 * @return the access
	 */
	public Access at(String baseUrl) {
		return new Access(this.auth, this.key, this.signature, this.refused, this.options, BaseUrls.check(baseUrl));
	}

}
