package dev.litellm.provider;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.Secret;

/**
 * How a provider knows who calls.
 *
 * @param auth where the key stands in a request
 * @param keyVariables the environment variables that may hold the key, in order
 * @param bearerVariables the environment variables that may hold a token which goes out
 * as a bearer where there is no key, in order
 * @param optional whether a call may go out without a key
 * @param standIn the key that is sent where none is set, or null; local servers only
 * @param key the configured key, or null
 * @since 0.1.0
 */
public record Login(Auth auth, List<String> keyVariables, List<String> bearerVariables, boolean optional,
		@Nullable Secret standIn, @Nullable KeySource key) {

	public Login {
		keyVariables = List.copyOf(keyVariables);
		bearerVariables = List.copyOf(bearerVariables);
	}

	public Login withKey(@Nullable KeySource key) {
		return new Login(this.auth, this.keyVariables, this.bearerVariables, this.optional, this.standIn, key);
	}

	public Login withAuth(Auth auth) {
		return new Login(auth, this.keyVariables, this.bearerVariables, this.optional, this.standIn, this.key);
	}

}
