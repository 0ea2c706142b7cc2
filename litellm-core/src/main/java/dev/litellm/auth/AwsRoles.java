package dev.litellm.auth;

import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import dev.litellm.call.Secret;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.transport.WireReply;
import dev.litellm.transport.WireRequest;

/**
 * Roles of AWS: their temporary keys come from its Security Token Service, for the keys
 * of somebody who may take them, or for a token of another issuer whom they trust.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">AssumeRole</a>
 * @see <a href=
 * "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html">AssumeRoleWithWebIdentity</a>
 */
final class AwsRoles {

	private static final Pattern REGION = Pattern
		.compile("(?:.*[.])?sts(?:-fips)?[.]([a-z0-9-]+)[.](?:vpce[.])?amazonaws[.].+");

	private final AuthContext context;

	private final URI endpoint;

	private final AwsSigner signer;

	/**
	 * Create the roles that are taken in one region.
	 * @param context the options
	 * @param region the region
	 */
	AwsRoles(AuthContext context, String region) {
		this.context = context;
		String suffix = Objects.requireNonNullElse(context.option("suffix"), "amazonaws.com");
		this.endpoint = (context.option("sts-endpoint") != null) ? context.address("sts-endpoint")
				: URI.create("https://sts." + region + "." + suffix);
		Matcher host = REGION.matcher(String.valueOf(this.endpoint.getHost()));
		String home = "sts.amazonaws.com".equals(this.endpoint.getHost()) ? "us-east-1" : region;
		this.signer = new AwsSigner("sts", host.matches() ? host.group(1) : home, context.clock());
	}

	/**
	 * Take a role that somebody may take.
	 * @param role the role
	 * @param keys the keys that the request is signed with
	 * @return the role's keys
	 */
	Mono<Token> take(Role role, AwsKeys keys) {
		WireRequest request = request(role.form("AssumeRole"));
		return ask(this.signer.sign(request, keys.id(), keys.secret(), keys.session()), keys.shown(), role.setting(),
				"sts-endpoint");
	}

	/**
	 * Take a role that the bearer of a token may take.
	 * @param role the role
	 * @param identity the token
	 * @return the role's keys
	 */
	Mono<Token> take(Role role, IdentityToken identity) {
		return identity.get().flatMap((token) -> {
			Map<String, String> form = role.form("AssumeRoleWithWebIdentity");
			form.put("WebIdentityToken", token.value());
			return ask(request(form), token, role.setting(), identity.option(), "sts-endpoint");
		});
	}

	private WireRequest request(Map<String, String> form) {
		URI uri = (this.endpoint.getRawPath().isEmpty()) ? this.endpoint.resolve("/") : this.endpoint;
		return TokenClient.request(uri, Map.of("Accept", "application/xml"), form);
	}

	private Mono<Token> ask(WireRequest request, Secret shown, String... settings) {
		return this.context.explained(this.context.tokens().ask(request, this::read), shown, settings);
	}

	private Token read(WireReply reply) {
		Map<String, String> answer = XmlLeaves.of(reply.body());
		String id = answer.get("AccessKeyId");
		String secret = answer.get("SecretAccessKey");
		if (reply.status() != 200 || id == null || secret == null) {
			throw refused(reply.status(), answer).asException();
		}
		Instant now = this.context.clock().instant();
		return AwsKeys.of(id, secret, answer.get("SessionToken")).until(now, expires(answer.get("Expiration"), now));
	}

	private Failure refused(int status, Map<String, String> answer) {
		String code = answer.getOrDefault("Code", "");
		Failure failure = TokenClient.refused(this.endpoint.getHost(), status, Map.of("error",
				code.isEmpty() ? "no access key" : code, "message", answer.getOrDefault("Message", "")));
		return code.startsWith("Throttl") ? failure.as(ErrorKind.RATE_LIMIT) : failure;
	}

	private static Instant expires(@Nullable String text, Instant now) {
		try {
			return Instant.parse(String.valueOf(text));
		}
		catch (DateTimeParseException ex) {
			return now.plusSeconds(900);
		}
	}

	/**
	 * A role.
	 *
	 * @param arn its ARN
	 * @param session the session's name
	 * @param externalId what whoever owns the role wants to be told, or null
	 * @param setting the option that names it
	 */
	record Role(String arn, String session, @Nullable String externalId, String setting) {

		Map<String, String> form(String action) {
			Map<String, String> form = new LinkedHashMap<>();
			form.put("Action", action);
			form.put("Version", "2011-06-15");
			form.put("RoleArn", this.arn);
			form.put("RoleSessionName", this.session);
			if (this.externalId != null && action.equals("AssumeRole")) {
				form.put("ExternalId", this.externalId);
			}
			return form;
		}

	}

}
