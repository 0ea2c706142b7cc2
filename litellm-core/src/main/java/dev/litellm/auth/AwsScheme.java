package dev.litellm.auth;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.ClassUtils;

import dev.litellm.call.Secret;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.provider.KeySource;

/**
 * Login at AWS: an API key as a bearer at services that know such, else a signature with
 * the access key of the options, else one with the credentials that AWS's own library
 * finds, where it is there.
 *
 * @since 0.1.0
 */
public final class AwsScheme implements AuthScheme {

	private static final String LIBRARY = "software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider";

	private static final Pattern REGION = Pattern.compile("[a-z0-9-]+");

	@Override
	public String name() {
		return "aws";
	}

	@Override
	public Authorizer authorizer(AuthContext context) {
		String region = context.required("region");
		if (!REGION.matcher(region).matches()) {
			throw Failure
				.of(ErrorKind.BAD_REQUEST, "'" + region.replaceAll("\\p{Cntrl}", "?") + "' is no region of AWS: give"
						+ " litellm.providers." + context.provider().name() + ".options.region one like us-east-1")
				.asException();
		}
		KeySource key = context.key();
		if (key != null && !context.provider().login().keyVariables().isEmpty()) {
			return () -> key.key().map(Access::bearer);
		}
		AwsSigner signer = new AwsSigner(context.argument(), region, context.clock());
		String id = context.option("access-key-id");
		String secret = context.option("secret-access-key");
		if (id != null && secret != null) {
			String token = context.option("session-token");
			Access access = access(signer, id, Secret.of(secret), (token != null) ? Secret.of(token) : null);
			return () -> Mono.just(access);
		}
		if (id != null || secret != null) {
			throw context.missing((id != null) ? "secret-access-key" : "access-key-id").asException();
		}
		if (!ClassUtils.isPresent(LIBRARY, AwsScheme.class.getClassLoader())) {
			throw nothing(context).asException();
		}
		AwsChain chain = new AwsChain(context.option("profile"));
		return () -> chain.access((keyId, found, token) -> access(signer, keyId, found, token))
			.onErrorMap((ex) -> nothing(context).asException());
	}

	private static Access access(AwsSigner signer, String id, Secret secret, @Nullable Secret token) {
		return Access.signed(secret, (request) -> signer.sign(request, id, secret, token));
	}

	private static Failure nothing(AuthContext context) {
		Failure missing = context.missing("access-key-id", "secret-access-key");
		String variables = String.join(" or ", context.provider().login().keyVariables());
		return Failure.of(missing.kind(),
				missing.message() + "; or litellm.providers." + context.provider().name() + ".api-key"
						+ (variables.isEmpty() ? "" : ", or the environment variable " + variables)
						+ "; or add the dependency software.amazon.awssdk:auth, which finds profiles and roles");
	}

}
