package dev.litellm.auth;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.Secret;
import dev.litellm.transport.WireBody;
import dev.litellm.transport.WireRequest;

/**
 * Signer of requests by version 4 of AWS's signatures: the content type, the host and all
 * headers that begin with {@code x-amz-} or {@code x-amzn-} are signed, and the body byte
 * for byte. A query must stand in the order of its names.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create
 * a signed request</a>
 */
public final class AwsSigner {

	private static final String ALGORITHM = "AWS4-HMAC-SHA256";

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
		.withZone(ZoneOffset.UTC);

	private final String service;

	private final String region;

	private final Clock clock;

	/**
	 * Create a signer.
	 * @param service the service's name in signatures, for example {@code bedrock}
	 * @param region the region that the requests go to
	 * @param clock tells when a request is signed
	 */
	public AwsSigner(String service, String region, Clock clock) {
		this.service = service;
		this.region = region;
		this.clock = clock;
	}

	/**
	 * Sign a request.
	 * @param request the request
	 * @param accessKeyId the id of the key
	 * @param secretKey the key
	 * @param sessionToken the token of a temporary key, or null
	 * @return the request with the headers of the signature
	 */
	public WireRequest sign(WireRequest request, String accessKeyId, Secret secretKey, @Nullable Secret sessionToken) {
		String time = TIME.format(this.clock.instant());
		WireRequest dated = request.withHeader("X-Amz-Date", time);
		if (sessionToken != null) {
			dated = dated.withHeader("X-Amz-Security-Token", sessionToken.value());
		}
		Map<String, String> headers = headers(dated);
		String names = String.join(";", headers.keySet());
		String day = time.substring(0, 8);
		String scope = day + "/" + this.region + "/" + this.service + "/aws4_request";
		String toSign = ALGORITHM + "\n" + time + "\n" + scope + "\n"
				+ sha256(WireBody.of(bytes(canonical(dated, headers, names))));
		String signature = HexFormat.of().formatHex(hmac(signingKey(secretKey, day), toSign));
		return dated.withHeader("Authorization", ALGORITHM + " Credential=" + accessKeyId + "/" + scope
				+ ", SignedHeaders=" + names + ", Signature=" + signature);
	}

	private static Map<String, String> headers(WireRequest request) {
		Map<String, String> headers = new TreeMap<>();
		request.headers().forEach((name, value) -> {
			String lower = name.toLowerCase(Locale.ROOT);
			if (lower.equals("content-type") || lower.startsWith("x-amz-") || lower.startsWith("x-amzn-")) {
				headers.put(lower, value.strip().replaceAll(" +", " "));
			}
		});
		headers.put("host", request.host());
		return headers;
	}

	private static String canonical(WireRequest request, Map<String, String> headers, String names) {
		StringBuilder text = new StringBuilder(request.method().name());
		text.append('\n').append(encode(request.uri().getRawPath()));
		text.append('\n').append(Objects.requireNonNullElse(request.uri().getRawQuery(), "")).append('\n');
		headers.forEach((name, value) -> text.append(name).append(':').append(value).append('\n'));
		return text.append('\n').append(names).append('\n').append(sha256(request.body())).toString();
	}

	/** Of what is encoded already, the percent signs are encoded once more. */
	private static String encode(String path) {
		return URLEncoder.encode(path.isEmpty() ? "/" : path, StandardCharsets.UTF_8)
			.replace("+", "%20")
			.replace("*", "%2A")
			.replace("%2F", "/")
			.replace("%7E", "~");
	}

	private byte[] signingKey(Secret secretKey, String day) {
		byte[] key = bytes("AWS4" + secretKey.value());
		for (String part : new String[] { day, this.region, this.service, "aws4_request" }) {
			key = hmac(key, part);
		}
		return key;
	}

	private static byte[] hmac(byte[] key, String text) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key, "HmacSHA256"));
			return mac.doFinal(bytes(text));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every JDK has HmacSHA256", ex);
		}
	}

	private static String sha256(WireBody body) {
		return HexFormat.of().formatHex(body.sha256());
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
