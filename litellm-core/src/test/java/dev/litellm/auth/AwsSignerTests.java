package dev.litellm.auth;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.http.HttpMethod;

import dev.litellm.call.Secret;
import dev.litellm.transport.WireBody;
import dev.litellm.transport.WireRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link AwsSigner} on signatures that AWS's own library made.
 */
class AwsSignerTests {

	private static final String KEY_ID = "AKIAIOSFODNN7EXAMPLE";

	private static final Secret KEY = Secret.of("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-03-10T12:34:56Z"), ZoneOffset.UTC);

	static Stream<Vector> vectors() throws IOException {
		return Arrays.stream(Files.readString(Path.of("src/test/resources/auth/sigv4.txt")).split("\n\n"))
			.map(Vector::parse);
	}

	@ParameterizedTest
	@MethodSource("vectors")
	void signsAsAwsItselfDoes(Vector vector) {
		WireRequest signed = sign(vector.request(), vector.region(), vector.service(), vector.token());
		assertThat(signed.headers().get("Authorization"))
			.isEqualTo("AWS4-HMAC-SHA256 Credential=" + KEY_ID + "/20250310/" + vector.region() + "/" + vector.service()
					+ "/aws4_request, SignedHeaders=" + vector.signed() + ", Signature=" + vector.signature());
		assertThat(signed.headers()).containsEntry("X-Amz-Date", "20250310T123456Z")
			.containsAllEntriesOf(vector.request().headers());
		assertThat(signed.headers().get("X-Amz-Security-Token")).isEqualTo(vector.token());
		assertThat(signed.body()).isSameAs(vector.request().body());
	}

	@Test
	void signsTheRootWhereThereIsNoPath() {
		assertThat(signature("https://host")).isEqualTo(signature("https://host/"));
	}

	@Test
	void leavesTheUsualPortOutOfTheHost() {
		assertThat(signature("https://host:443/")).isEqualTo(signature("https://host/"))
			.isNotEqualTo(signature("https://host:80/"));
		assertThat(signature("http://host:80/")).isEqualTo(signature("http://host/"));
	}

	@Test
	void showsNoKeyInItsText() {
		WireRequest signed = sign(request("https://host/"), "us-east-1", "bedrock", "token");
		assertThat(signed.toString()).doesNotContain(KEY.value()).doesNotContain("token").doesNotContain("Signature");
	}

	private static @Nullable String signature(String uri) {
		return sign(request(uri), "us-east-1", "bedrock", null).headers().get("Authorization");
	}

	private static WireRequest request(String uri) {
		return new WireRequest(HttpMethod.POST, URI.create(uri), Map.of(), WireBody.empty());
	}

	private static WireRequest sign(WireRequest request, String region, String service, @Nullable String token) {
		return new AwsSigner(service, region, CLOCK).sign(request, KEY_ID, KEY,
				(token != null) ? Secret.of(token) : null);
	}

	/**
	 * A request and its signature.
	 */
	private record Vector(String name, WireRequest request, String region, String service, @Nullable String token,
			String signed, String signature) {

		static Vector parse(String text) {
			List<String> lines = text.lines().toList();
			Map<String, String> headers = new LinkedHashMap<>();
			Map<String, String> fields = new LinkedHashMap<>();
			for (String line : lines.subList(2, lines.size())) {
				String[] pair = line.split(": ", 2);
				if (pair[0].equals("header")) {
					String[] header = pair[1].split(": ", 2);
					headers.put(header[0], header[1]);
				}
				else {
					fields.put(pair[0], pair[1]);
				}
			}
			String[] asked = lines.get(1).split(" ");
			String[] scope = fields.getOrDefault("scope", "").split("/");
			WireRequest request = new WireRequest(HttpMethod.valueOf(asked[0]), URI.create(asked[1]), headers,
					WireBody.of(fields.getOrDefault("body", "").getBytes(StandardCharsets.UTF_8)));
			return new Vector(lines.get(0).substring(2), request, scope[0], scope[1], fields.get("token"),
					fields.getOrDefault("signed", ""), fields.getOrDefault("signature", ""));
		}

		@Override
		public String toString() {
			return this.name;
		}

	}

}
