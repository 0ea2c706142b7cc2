package dev.litellm.auth;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;

/**
 * Profiles of AWS's files that hold keys, or a role and the profile that takes it. Others
 * are for AWS's own library.
 *
 * @see <a href= "https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html">Shared
 * config and credentials files</a>
 */
final class AwsProfiles {

	/** How long keys of a file hold until it is read again. */
	private static final Duration LIFE = Duration.ofMinutes(15);

	private static final int DEPTH = 5;

	private final AuthContext context;

	private final AwsRoles roles;

	AwsProfiles(AuthContext context, AwsRoles roles) {
		this.context = context;
		this.roles = roles;
	}

	/**
	 * Return the keys of a profile.
	 * @param name the profile's name
	 * @return the keys; empty where the files tell none
	 */
	Mono<Token> token(String name) {
		return Mono.fromCallable(this::read)
			.subscribeOn(Schedulers.boundedElastic())
			.flatMap((profiles) -> token(profiles, name, DEPTH));
	}

	private Mono<Token> token(Map<String, Map<String, String>> profiles, String name, int depth) {
		Map<String, String> profile = profiles.getOrDefault(name, Map.of());
		String role = profile.get("role_arn");
		String source = profile.get("source_profile");
		if (role == null || (source != null && depth < DEPTH && source.equals(name))) {
			return fixed(profile);
		}
		if (source == null) {
			return Mono.empty();
		}
		if (depth == 0) {
			throw Failure
				.of(ErrorKind.AUTHENTICATION,
						"the source_profile of AWS's profiles lead in a circle: check "
								+ this.context.howToSet("profile"))
				.asException();
		}
		AwsRoles.Role taken = new AwsRoles.Role(role,
				profile.getOrDefault("role_session_name", this.context.required("session-name")),
				profile.get("external_id"), "profile");
		return token(profiles, source, depth - 1).flatMap((token) -> this.roles.take(taken, AwsKeys.of(token)));
	}

	private Mono<Token> fixed(Map<String, String> profile) {
		String id = profile.get("aws_access_key_id");
		String secret = profile.get("aws_secret_access_key");
		if (id == null || secret == null) {
			return Mono.empty();
		}
		Instant now = this.context.clock().instant();
		return Mono.just(AwsKeys.of(id, secret, profile.get("aws_session_token")).until(now, now.plus(LIFE)));
	}

	private Map<String, Map<String, String>> read() {
		Map<String, Map<String, String>> profiles = new LinkedHashMap<>();
		sections("AWS_CONFIG_FILE", "config")
			.forEach((name, values) -> merge(profiles, name.replaceFirst("^profile\\s+", ""), values));
		sections("AWS_SHARED_CREDENTIALS_FILE", "credentials").forEach((name, values) -> merge(profiles, name, values));
		return profiles;
	}

	private static void merge(Map<String, Map<String, String>> profiles, String name, Map<String, String> values) {
		profiles.computeIfAbsent(name, (missing) -> new LinkedHashMap<>()).putAll(values);
	}

	private Map<String, Map<String, String>> sections(String variable, String standard) {
		@Nullable String set = this.context.environment().apply(variable);
		String path = Objects.requireNonNullElseGet(set,
				() -> Path.of(System.getProperty("user.home"), ".aws", standard).toString());
		return (set == null && !Files.exists(Path.of(path))) ? Map.of()
				: IniFile.read(this.context.file(path, "AWS's " + standard, "profile"));
	}

}
