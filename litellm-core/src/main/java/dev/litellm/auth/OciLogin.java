package dev.litellm.auth;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.Secret;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;

/**
 * Who signs at Oracle Cloud: a user by a key, or the session of one by its token. What an
 * option does not say, a profile does.
 *
 * @see <a href=
 * "https://docs.oracle.com/en-us/iaas/Content/API/Concepts/sdkconfig.htm">SDK and CLI
 * configuration file</a>
 */
final class OciLogin {

	/** The signer among the details of a token. */
	static final String SIGNER = "signer";

	private static final String KEY = "private-key";

	private static final String KEY_FILE = "private-key-file";

	private static final Duration LIFE = Duration.ofDays(365);

	private final AuthContext context;

	private final Map<String, String> profile;

	private OciLogin(AuthContext context, Map<String, String> profile) {
		this.context = context;
		this.profile = profile;
	}

	/**
	 * Check that the options alone say who signs.
	 * @param context the options
	 */
	static void check(AuthContext context) {
		new OciLogin(context, Map.of()).required();
	}

	/**
	 * Read who signs; it blocks.
	 * @param context the options
	 * @return the signer, for as long as it may sign
	 */
	static Token read(AuthContext context) {
		boolean asked = context.option("profile") != null || context.option("config-file") != null;
		return new OciLogin(context, asked ? profile(context) : Map.of()).token();
	}

	private static Map<String, String> profile(AuthContext context) {
		String name = Objects.requireNonNullElse(context.option("profile"), "DEFAULT");
		String path = home(Objects.requireNonNullElse(context.option("config-file"), "~/.oci/config"));
		Map<String, Map<String, String>> profiles = IniFile
			.read(context.file(path, "Oracle Cloud's configuration", "config-file"));
		Map<String, String> profile = profiles.get(name);
		if (profile == null) {
			throw Failure
				.of(ErrorKind.AUTHENTICATION,
						"no profile '" + name + "' in '" + path + "': check " + context.howToSet("profile"))
				.asException();
		}
		return profile;
	}

	private void required() {
		if (get("security-token-file", "security_token_file") == null) {
			get("tenancy");
			get("user");
			get("fingerprint");
		}
		if (get(KEY, "key_content") == null && get(KEY_FILE, "key_file") == null) {
			throw this.context.missing(KEY, KEY_FILE).asException();
		}
	}

	private Token token() {
		required();
		boolean text = get(KEY, "key_content") != null;
		String where = this.context.howToSet(text ? KEY : KEY_FILE);
		String pem = text ? String.valueOf(get(KEY, "key_content"))
				: this.context.file(home(String.valueOf(get(KEY_FILE, "key_file"))), "the private key", KEY_FILE);
		String phrase = get("pass-phrase", "pass_phrase");
		Secret opens = (phrase != null) ? Secret.of(phrase) : null;
		Instant now = this.context.clock().instant();
		String file = get("security-token-file", "security_token_file");
		Secret session = (file != null)
				? Secret.of(this.context.file(home(file), "the session's token", "security-token-file")) : null;
		String id = (session != null) ? "ST$" + session.value()
				: get("tenancy") + "/" + get("user") + "/" + get("fingerprint");
		OciSigner signer = new OciSigner(id, PrivateKeys.rsa(pem, opens, where), this.context.clock());
		return new Token((session != null) ? session : Secret.of(pem), now,
				(session != null) ? end(session, now) : now.plus(LIFE), Map.of(SIGNER, signer));
	}

	/**
	 * A session's token says until when it is good; whoever opened the session renews it.
	 */
	private Instant end(Secret session, Instant now) {
		Instant end = expires(session.value().split("[.]"));
		if (end == null) {
			return now.plusSeconds(300);
		}
		if (!end.isAfter(now)) {
			throw Failure
				.of(ErrorKind.AUTHENTICATION,
						"the session at Oracle Cloud is over since " + end
								+ ": renew it with 'oci session refresh' or open another; its token is set by "
								+ this.context.howToSet("security-token-file") + " or the profile")
				.asException();
		}
		return end;
	}

	private static @Nullable Instant expires(String[] parts) {
		try {
			byte[] claims = Base64.getUrlDecoder().decode((parts.length > 1) ? parts[1] : "");
			Map<String, @Nullable Object> members = TokenClient.members(claims);
			return (members != null && members.get("exp") instanceof Number seconds)
					? Instant.ofEpochSecond(seconds.longValue()) : null;
		}
		catch (RuntimeException ex) {
			return null;
		}
	}

	private String get(String name) {
		String value = get(name, name);
		if (value == null) {
			throw this.context.missing(name).asException();
		}
		return value;
	}

	private @Nullable String get(String option, String entry) {
		String value = this.context.option(option);
		return (value != null) ? value : this.profile.get(entry);
	}

	private static String home(String path) {
		return path.startsWith("~/") ? Path.of(System.getProperty("user.home"), path.substring(2)).toString() : path;
	}

}
