package dev.litellm.auth;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;

import com.google.api.client.http.HttpResponseException;
import com.google.auth.Retryable;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import dev.litellm.call.Secret;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.error.FailureException;

/**
 * Tokens through Google's library, the only class that knows it; it blocks, so it works
 * on threads for that.
 */
final class GoogleTokens implements Supplier<Mono<Token>> {

	/** The project of the credentials among the details of a token. */
	static final String PROJECT = "project";

	/** The project that pays and whose limits count, where the credentials name one. */
	static final String QUOTA = "quota-project";

	private static final String CREDENTIALS = "credentials";

	private static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform";

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	/** Messages of the library that repeat nothing but names. */
	private static final Pattern TOLD = Pattern.compile("Error (reading|parsing) |The provided ");

	private static final Duration USUAL_LIFE = Duration.ofMinutes(5);

	private final AuthContext context;

	private final @Nullable String given;

	private volatile @Nullable GoogleCredentials credentials;

	private GoogleTokens(AuthContext context) {
		this.context = context;
		this.given = context.option("credentials");
	}

	static Supplier<Mono<Token>> of(AuthContext context) {
		return new GoogleTokens(context);
	}

	@Override
	public Mono<Token> get() {
		return this.context.explained(
				Mono.fromCallable(this::token)
					.subscribeOn(Schedulers.boundedElastic())
					.timeout(TIMEOUT)
					.onErrorMap((ex) -> !(ex instanceof FailureException), (ex) -> failure(ex).asException()),
				Secret.of(""), CREDENTIALS);
	}

	private Token token() throws IOException {
		GoogleCredentials known = this.credentials;
		if (known == null) {
			known = load();
			this.credentials = known;
		}
		Instant now = this.context.clock().instant();
		AccessToken token = known.refreshAccessToken();
		Map<String, @Nullable Object> details = new HashMap<>();
		String project = (known.getProjectId() != null) ? known.getProjectId() : known.getQuotaProjectId();
		if (project != null) {
			details.put(PROJECT, project);
		}
		if (known.getQuotaProjectId() != null) {
			details.put(QUOTA, known.getQuotaProjectId());
		}
		return new Token(Secret.of(token.getTokenValue()), now,
				(token.getExpirationTime() != null) ? token.getExpirationTime().toInstant() : now.plus(USUAL_LIFE),
				details);
	}

	private GoogleCredentials load() throws IOException {
		if (this.given == null) {
			return scoped(GoogleCredentials.getApplicationDefault());
		}
		try (InputStream json = open(this.given)) {
			return scoped(GoogleCredentials.fromStream(json));
		}
		catch (IOException | IllegalArgumentException ex) {
			throw Failure
				.of(ErrorKind.AUTHENTICATION,
						"the credentials of provider '" + this.context.provider().name()
								+ "' cannot be read: give the JSON of a service account, or its path" + reason(ex))
				.asException();
		}
	}

	/** What else an exception says may hold the credentials themselves. */
	private static String reason(Throwable ex) {
		String message = String.valueOf(ex.getMessage());
		if (ex instanceof NoSuchFileException) {
			return " (there is no such file)";
		}
		return TOLD.matcher(message).lookingAt() ? " (" + message.lines().findFirst().orElse("") + ")" : "";
	}

	private Failure failure(Throwable ex) {
		List<Throwable> causes = Stream.iterate(ex, (cause) -> cause != null, Throwable::getCause).toList();
		for (Throwable cause : causes) {
			if (cause instanceof HttpResponseException answer) {
				String content = answer.getContent();
				return TokenClient.refused("Google", answer.getStatusCode(),
						(content != null) ? TokenClient.members(content.getBytes(StandardCharsets.UTF_8)) : null);
			}
		}
		for (Throwable cause : causes) {
			if (cause instanceof SocketException || cause instanceof UnknownHostException
					|| cause instanceof SSLException || (cause instanceof Retryable again && again.isRetryable())) {
				return Failure.of(ErrorKind.CONNECTION,
						"Google could not be asked for a token (" + cause.getClass().getSimpleName() + ")");
			}
		}
		if (ex instanceof TimeoutException) {
			return Failure.of(ErrorKind.TIMEOUT, "Google has not given a token within " + TIMEOUT.toSeconds() + " s");
		}
		return Failure.of(ErrorKind.AUTHENTICATION,
				(this.given == null)
						? "no application default credentials for provider '" + this.context.provider().name() + "'"
						: "no token from Google for the credentials of provider '" + this.context.provider().name()
								+ "'" + reason(ex));
	}

	/** Whoever asks decides what is tried again, not the library. */
	private static GoogleCredentials scoped(GoogleCredentials credentials) {
		GoogleCredentials scoped = credentials.createScopedRequired() ? credentials.createScoped(SCOPE) : credentials;
		return (scoped instanceof ServiceAccountCredentials account) ? account.createWithCustomRetryStrategy(false)
				: scoped;
	}

	private static InputStream open(String given) throws IOException {
		return given.startsWith("{") ? new ByteArrayInputStream(given.getBytes(StandardCharsets.UTF_8))
				: Files.newInputStream(Path.of(given));
	}

}
