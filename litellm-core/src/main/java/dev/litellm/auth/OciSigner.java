package dev.litellm.auth;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.springframework.http.HttpMethod;

import dev.litellm.transport.WireRequest;

/**
 * Signer of requests by version 1 of Oracle Cloud's signatures, with an RSA key.
 *
 * @see <a href=
 * "https://docs.oracle.com/en-us/iaas/Content/API/Concepts/signingrequests.htm">Request
 * signatures</a>
 */
final class OciSigner {

	private static final DateTimeFormatter DATE = DateTimeFormatter
		.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC);

	private final String keyId;

	private final PrivateKey key;

	private final Clock clock;

	/**
	 * Create a signer.
	 * @param keyId tenancy, user and fingerprint of the key, parted by slashes
	 * @param key the key
	 * @param clock tells when a request is signed
	 */
	OciSigner(String keyId, PrivateKey key, Clock clock) {
		this.keyId = keyId;
		this.key = key;
		this.clock = clock;
	}

	WireRequest sign(WireRequest request) {
		String date = DATE.format(this.clock.instant());
		WireRequest signed = request.withHeader("date", date);
		Map<String, String> lines = new LinkedHashMap<>();
		lines.put("date", date);
		lines.put("(request-target)", request.method().name().toLowerCase(Locale.ROOT) + " " + target(request.uri()));
		lines.put("host", request.host());
		if (request.method() != HttpMethod.GET) {
			String digest = Base64.getEncoder().encodeToString(request.body().sha256());
			signed = signed.withHeader("x-content-sha256", digest);
			lines.put("content-length", Long.toString(request.body().length()));
			lines.put("content-type", request.headers().getOrDefault("Content-Type", "application/json"));
			lines.put("x-content-sha256", digest);
		}
		StringBuilder text = new StringBuilder();
		lines.forEach((name, value) -> text.append(text.isEmpty() ? "" : "\n").append(name).append(": ").append(value));
		return signed.withHeader("Authorization",
				"Signature version=\"1\",keyId=\"" + this.keyId + "\",algorithm=\"rsa-sha256\",headers=\""
						+ String.join(" ", lines.keySet()) + "\",signature=\"" + signature(text.toString()) + "\"");
	}

	private static String target(URI uri) {
		String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
		return (uri.getRawQuery() != null) ? path + "?" + uri.getRawQuery() : path;
	}

	private String signature(String text) {
		try {
			Signature signature = Signature.getInstance("SHA256withRSA");
			signature.initSign(this.key);
			signature.update(text.getBytes(StandardCharsets.UTF_8));
			return Base64.getEncoder().encodeToString(signature.sign());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every JDK signs with RSA", ex);
		}
	}

}
