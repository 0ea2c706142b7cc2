package dev.litellm.conformance;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Comparison of the requests: method, address, headers that carry meaning, body.
 */
final class WireComparison {

	/** Headers of the way, not of the message. */
	private static final Set<String> IGNORED = Set.of("accept", "accept-encoding", "connection", "content-length",
			"host", "transfer-encoding", "user-agent", "x-amz-date");

	/** Of a signature by AWS's rules, the scope and the signed headers are compared. */
	private static final Pattern SIGNATURE = Pattern.compile("(Credential=[^/]+)/[0-9]{8}/(.*)Signature=[0-9a-f]{64}");

	/**
	 * Of a signature by Oracle's rules, all is compared but the signature itself and the
	 * digest of the body.
	 */
	private static final Pattern MADE_UP = Pattern.compile("(?<=signature=\")[^\"]+(?=\"$)");

	private static final Pattern DIGEST = Pattern.compile("^[A-Za-z0-9+/]{43}=$");

	private WireComparison() {
	}

	static List<Mismatch> compare(JsonNode expected, JsonNode actual) {
		Comparison comparison = new Comparison(Part.WIRE);
		comparison.compare("", normalize(expected), normalize(actual));
		return comparison.mismatches();
	}

	private static JsonNode normalize(JsonNode wire) {
		var requests = Values.array();
		JsonNode last = null;
		for (JsonNode request : wire) {
			// LiteLLM's own retries send the same again
			if (!request.equals(last)) {
				requests.add(request(request));
			}
			last = request;
		}
		return requests;
	}

	private static JsonNode request(JsonNode request) {
		ObjectNode normal = Values.object().put("method", request.path("method").asString(""));
		normal.set("url", url(URI.create(request.path("url").asString(""))));
		normal.set("headers", headers(request.path("headers")));
		normal.set("body", request.path("body"));
		return normal;
	}

	private static JsonNode url(URI uri) {
		ObjectNode url = Values.object()
			.put("scheme", uri.getScheme())
			.put("host", String.valueOf(uri.getRawAuthority()).toLowerCase(Locale.ROOT))
			.put("path", uri.getRawPath());
		if (uri.getRawQuery() != null) {
			ObjectNode query = url.putObject("query");
			Arrays.stream(uri.getRawQuery().split("&"))
				.sorted()
				.forEach((pair) -> query.withArray(pair.split("=", 2)[0])
					.add(pair.contains("=") ? pair.split("=", 2)[1] : ""));
		}
		return url;
	}

	private static JsonNode headers(JsonNode headers) {
		Map<String, String> normal = new TreeMap<>();
		headers.properties().forEach((header) -> {
			String name = header.getKey().toLowerCase(Locale.ROOT);
			String value = value(name, header.getValue().asString());
			if (value != null) {
				normal.put(name, value);
			}
		});
		ObjectNode node = Values.object();
		normal.forEach(node::put);
		return node;
	}

	private static @Nullable String value(String name, String value) {
		if (IGNORED.contains(name) || name.startsWith("x-stainless-")) {
			return null;
		}
		if (name.equals("content-type")) {
			return value.split(";")[0].trim().toLowerCase(Locale.ROOT);
		}
		if (value.startsWith("AWS4-HMAC-SHA256 ")) {
			return SIGNATURE.matcher(value).replaceFirst("$1/<date>/$2Signature=<signature>");
		}
		if (value.startsWith("Signature version=")) {
			return MADE_UP.matcher(value).replaceFirst("<made up>");
		}
		if (name.equals("x-content-sha256")) {
			return DIGEST.matcher(value).replaceFirst("<made up>");
		}
		if (name.endsWith("-beta")) {
			return String.join(",", new TreeSet<>(Arrays.asList(value.split("\\s*,\\s*"))));
		}
		return value;
	}

}
