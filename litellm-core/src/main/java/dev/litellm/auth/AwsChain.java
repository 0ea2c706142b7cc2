package dev.litellm.auth;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

import dev.litellm.call.Secret;

/**
 * Credentials that AWS's own library finds and renews: system properties, environment,
 * profiles, single sign-on, containers and instances. The only class that knows that
 * library.
 */
final class AwsChain {

	private final DefaultCredentialsProvider provider;

	/**
	 * Create a chain.
	 * @param profile the profile, or null for the default one
	 */
	AwsChain(@Nullable String profile) {
		DefaultCredentialsProvider.Builder builder = DefaultCredentialsProvider.builder();
		this.provider = ((profile != null) ? builder.profileName(profile) : builder).build();
	}

	/**
	 * Find the credentials, which may ask files and hosts.
	 * @param then makes the access
	 * @return the access
	 */
	Mono<Access> access(Keys then) {
		return Mono.fromCallable(() -> {
			AwsCredentials found = this.provider.resolveCredentials();
			Secret token = (found instanceof AwsSessionCredentials session) ? Secret.of(session.sessionToken()) : null;
			return then.access(found.accessKeyId(), Secret.of(found.secretAccessKey()), token);
		}).subscribeOn(Schedulers.boundedElastic());
	}

	/**
	 * Makes an access of keys.
	 */
	@FunctionalInterface
	interface Keys {

		Access access(String id, Secret secret, @Nullable Secret token);

	}

}
