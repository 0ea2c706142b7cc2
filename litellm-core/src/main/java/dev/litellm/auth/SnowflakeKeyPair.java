package dev.litellm.auth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.Secret;
import dev.litellm.json.Json;

/**
 * Maker of the tokens that a user of Snowflake signs with a private key.
 *
 * @see <a href=
 * "https://docs.snowflake.com/en/developer-guide/sql-api/authenticating#using-key-pair-authentication">Using
 * key-pair authentication</a>
 */
final class SnowflakeKeyPair {

	private static final Duration LIFE = Duration.ofMinutes(59);

	private static final String KEY = "private-key";

	private static final String KEY_FILE = "private-key-file";

	private SnowflakeKeyPair() {
	}

	static boolean isSet(AuthContext context) {
		return context.option(KEY) != null || context.option(KEY_FILE) != null;
	}

	/**
	 * Sign a token; it blocks where the key is in a file.
	 * @param context the options
	 * @return the token
	 */
	static Token token(AuthContext context) {
		String text = context.option(KEY);
		String pem = (text != null) ? text : context.file(context.required(KEY_FILE), "the private key", KEY_FILE);
		String phrase = context.option("pass-phrase");
		PrivateKey key = PrivateKeys.rsa(pem, (phrase != null) ? Secret.of(phrase) : null,
				context.howToSet((text != null) ? KEY : KEY_FILE));
		String user = account(context.required("account-id")) + "." + context.required("user").toUpperCase(Locale.ROOT);
		Instant now = context.clock().instant();
		Map<String, @Nullable Object> claims = new LinkedHashMap<>();
		claims.put("iat", now.getEpochSecond());
		claims.put("exp", now.plus(LIFE).getEpochSecond());
		claims.put("sub", user);
		try {
			claims.put("iss", user + ".SHA256:" + fingerprint((RSAPrivateCrtKey) key));
			String content = encoded(Map.of("alg", "RS256", "typ", "JWT")) + "." + encoded(claims);
			Signature signature = Signature.getInstance("SHA256withRSA");
			signature.initSign(key);
			signature.update(content.getBytes(StandardCharsets.UTF_8));
			return new Token(Secret.of(content + "." + encoded(signature.sign())), now, now.plus(LIFE));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every JDK signs with RSA", ex);
		}
	}

	/** A region behind the account's locator is no part of its name. */
	private static String account(String id) {
		int dot = id.indexOf('.');
		return ((dot < 0) ? id : id.substring(0, dot)).toUpperCase(Locale.ROOT);
	}

	private static String fingerprint(RSAPrivateCrtKey key) throws GeneralSecurityException {
		RSAPublicKeySpec spec = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
		byte[] encoded = KeyFactory.getInstance("RSA").generatePublic(spec).getEncoded();
		return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(encoded));
	}

	private static String encoded(Map<String, ?> members) {
		return encoded(Json.text(members).getBytes(StandardCharsets.UTF_8));
	}

	private static String encoded(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
