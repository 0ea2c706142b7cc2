package dev.litellm.auth;

import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.ClassUtils;

import dev.litellm.call.Secret;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.provider.KeySource;

/**
 * Access tokens of Google Cloud: one that the application gives as the key, else those of
 * a service account or of the application default credentials, through Google's own
 * library.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://cloud.google.com/docs/authentication/application-default-credentials">How
 * Application Default Credentials works</a>
 */
public final class GoogleScheme implements AuthScheme {

	private static final String LIBRARY = "com.google.auth.oauth2.GoogleCredentials";

	/** Keys of Google's APIs, which are no tokens. */
	private static final Pattern API_KEY = Pattern.compile("(AIza|AQ[.]).*");

	private final boolean present;

	public GoogleScheme() {
		this(GoogleScheme.class.getClassLoader());
	}

	GoogleScheme(ClassLoader loader) {
		this.present = ClassUtils.isPresent(LIBRARY, loader);
	}

	@Override
	public String name() {
		return "google";
	}

	@Override
	public Authorizer authorizer(AuthContext context) {
		KeySource given = context.key();
		if (given != null) {
			return () -> given.key()
				.switchIfEmpty(Mono.error(() -> missing(context).asException()))
				.map((token) -> Access.bearer(checked(token, context)));
		}
		if (!this.present) {
			return () -> Mono.error(missing(context).asException());
		}
		RefreshingToken token = context.refreshing(GoogleTokens.of(context));
		return () -> token.access(GoogleScheme::access);
	}

	private static Access access(Token token) {
		Access bearer = Access.bearer(token.value());
		@Nullable Object quota = token.details().get(GoogleTokens.QUOTA);
		Access access = (quota == null) ? bearer
				: Access.signed(token.value(),
						(request) -> request.withHeader("Authorization", bearer.auth().value(token.value()))
							.withHeader("x-goog-user-project", quota.toString()));
		return access.withOptions(project(token));
	}

	private static Map<String, String> project(Token token) {
		@Nullable Object project = token.details().get(GoogleTokens.PROJECT);
		return (project != null) ? Map.of(GoogleTokens.PROJECT, project.toString()) : Map.of();
	}

	private static Secret checked(Secret token, AuthContext context) {
		if (API_KEY.matcher(token.value()).matches()) {
			String name = context.provider().name();
			throw Failure
				.of(ErrorKind.AUTHENTICATION,
						"the key of provider '" + name
								+ "' is an API key, but it takes access tokens: take litellm.providers." + name
								+ ".api-key out and set litellm.providers." + name
								+ ".options.credentials, or use the key at provider gemini with the base URL"
								+ " https://aiplatform.googleapis.com/v1/publishers/google")
				.asException();
		}
		return token;
	}

	private static Failure missing(AuthContext context) {
		return Failure.of(ErrorKind.AUTHENTICATION,
				"no credentials for provider '" + context.provider().name() + "': add the dependency"
						+ " com.google.auth:google-auth-library-oauth2-http, which reads service accounts and"
						+ " application default credentials, or set litellm.providers." + context.provider().name()
						+ ".api-key to an access token");
	}

}
