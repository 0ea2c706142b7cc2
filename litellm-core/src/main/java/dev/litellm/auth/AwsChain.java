package dev.litellm.auth;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;

/**
 * Credentials that AWS's own library finds and renews: system properties, environment,
 * profiles, single sign-on, containers and instances. The only class that knows that
 * library.
 */
final class AwsChain implements AwsKeys.Source {

	private final DefaultCredentialsProvider provider;

	private final @Nullable String profile;

	/**
	 * Create a chain.
	 * @param profile the profile, or null for the default one
	 */
	AwsChain(@Nullable String profile) {
		DefaultCredentialsProvider.Builder builder = DefaultCredentialsProvider.builder();
		this.provider = ((profile != null) ? builder.profileName(profile) : builder).build();
		this.profile = profile;
	}

	/**
	 * Find the credentials, which may ask files and hosts.
	 * @return the keys
	 */
	@Override
	public Mono<AwsKeys> keys() {
		return Mono.fromCallable(this::find).subscribeOn(Schedulers.boundedElastic());
	}

	private AwsKeys find() {
		try {
			return keys(this.provider.resolveCredentials());
		}
		catch (RuntimeException ex) {
			if (this.profile == null) {
				throw ex;
			}
			// the chain tells what it has tried, the profile what is wrong with it
			return keys(ProfileCredentialsProvider.create(this.profile).resolveCredentials());
		}
	}

	private static AwsKeys keys(AwsCredentials found) {
		return AwsKeys.of(found.accessKeyId(), found.secretAccessKey(),
				(found instanceof AwsSessionCredentials session) ? session.sessionToken() : null);
	}

}
