package dev.litellm.auth;

import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.ClassUtils;

import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.provider.KeySource;

/**
 * Login at AWS: an API key as a bearer at services that know such, else a signature with
 * an access key. That is the one of the options, else one for the token of a web
 * identity, else that of a profile, else what AWS's own library finds, where it is there;
 * with the option {@code role}, that of the role which these may take.
 *
 * @since 0.1.0
 */
public final class AwsScheme implements AuthScheme {

	private static final String LIBRARY = "software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider";

	private static final Pattern REGION = Pattern.compile("[a-z0-9-]+");

	private static final String ID = "access-key-id";

	private static final String KEY = "secret-access-key";

	private static final String ROLE = "role";

	private static final String WEB_ROLE = "web-identity-role";

	private static final String TOKEN = "web-identity-token";

	private static final String TOKEN_FILE = "web-identity-token-file";

	private final boolean present;

	public AwsScheme() {
		this(AwsScheme.class.getClassLoader());
	}

	AwsScheme(@Nullable ClassLoader loader) {
		this.present = ClassUtils.isPresent(LIBRARY, loader);
	}

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
		AwsKeys.Source source = source(context, new AwsRoles(context, region));
		return () -> source.access(signer);
	}

	private AwsKeys.Source source(AuthContext context, AwsRoles roles) {
		String role = context.option(ROLE);
		String named = (context.option(WEB_ROLE) != null) ? WEB_ROLE : ROLE;
		if (context.option(TOKEN) != null) {
			return webIdentity(context, roles, (role != null) ? ROLE : named, TOKEN);
		}
		boolean keys = context.option(ID) != null || context.option(KEY) != null;
		boolean web = !keys && context.option(TOKEN_FILE) != null && context.option(named) != null;
		AwsKeys.Source own = web ? webIdentity(context, roles, named, TOKEN_FILE) : own(context, roles);
		if (role == null || (web && role.equals(context.option(named)))) {
			return own;
		}
		AwsRoles.Role taken = role(context, ROLE);
		return AwsKeys.Source.kept(context.refreshing(() -> own.keys().flatMap((found) -> roles.take(taken, found))));
	}

	private static AwsKeys.Source webIdentity(AuthContext context, AwsRoles roles, String role, String token) {
		AwsRoles.Role taken = role(context, role);
		IdentityToken identity = new IdentityToken(context, token);
		return AwsKeys.Source.kept(context.refreshing(() -> roles.take(taken, identity)));
	}

	private static AwsRoles.Role role(AuthContext context, String setting) {
		return new AwsRoles.Role(context.required(setting), context.required("session-name"),
				context.option("external-id"), setting);
	}

	private AwsKeys.Source own(AuthContext context, AwsRoles roles) {
		String id = context.option(ID);
		String secret = context.option(KEY);
		if (id != null && secret != null) {
			AwsKeys keys = AwsKeys.of(id, secret, context.option("session-token"));
			return () -> Mono.just(keys);
		}
		if (id != null || secret != null) {
			throw context.missing((id != null) ? KEY : ID).asException();
		}
		String profile = context.option("profile");
		AwsKeys.Source rest = this.present ? chain(context, profile) : () -> Mono.error(nothing(context).asException());
		if (profile == null && this.present) {
			return rest;
		}
		AwsProfiles profiles = new AwsProfiles(context, roles);
		return AwsKeys.Source
			.kept(context.refreshing(() -> profiles.token(Objects.requireNonNullElse(profile, "default"))))
			.or(rest);
	}

	private static AwsKeys.Source chain(AuthContext context, @Nullable String profile) {
		AwsChain chain = new AwsChain(profile);
		return () -> chain.keys().onErrorMap((ex) -> {
			Failure nothing = nothing(context);
			String reason = String.valueOf(ex.getMessage()).lines().findFirst().orElse("");
			return ((profile == null) ? nothing : nothing.withMessage(nothing.message() + "; of profile '" + profile
					+ "' AWS's library says: " + reason.substring(0, Math.min(reason.length(), 300))))
				.asException();
		});
	}

	private static Failure nothing(AuthContext context) {
		Failure missing = context.missing(ID, KEY);
		boolean keys = !context.provider().login().keyVariables().isEmpty();
		return missing.withMessage(missing.message() + "; or " + context.howToSet("profile")
				+ (keys ? "; or " + context.howToSet(AuthContext.KEY) : "")
				+ "; or add the dependency software.amazon.awssdk:auth, which finds the roles of containers and machines");
	}

}
