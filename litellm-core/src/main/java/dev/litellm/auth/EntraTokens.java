package dev.litellm.auth;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import dev.litellm.call.Secret;

/**
 * Tokens that Microsoft Entra ID gives to an application, by its secret or by a token of
 * somebody else whom it trusts, as of the workload that it runs as.
 *
 * @see <a href=
 * "https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-client-creds-grant-flow">Client
 * credentials</a>
 */
final class EntraTokens {

	private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

	private static final String TOKEN = "ad-token";

	private static final String FILE = "federated-token-file";

	private final AuthContext context;

	private final String tenant;

	private final String client;

	private EntraTokens(AuthContext context, String tenant, String client) {
		this.context = context;
		this.tenant = tenant;
		this.client = client;
	}

	/**
	 * Return what gets tokens with the credentials that are configured.
	 * @param context the options
	 * @return gets a token, or null where the credentials are not all there
	 */
	static @Nullable Supplier<Mono<Token>> of(AuthContext context) {
		String tenant = context.option("tenant-id");
		String client = context.option("client-id");
		if (tenant == null || client == null) {
			if (context.option(TOKEN) != null) {
				throw context.missing((tenant == null) ? "tenant-id" : "client-id").asException();
			}
			return null;
		}
		EntraTokens tokens = new EntraTokens(context, tenant, client);
		String secret = context.option("client-secret");
		if (secret != null && context.option(TOKEN) == null) {
			return () -> tokens.exchange(Map.of("client_secret", secret), Secret.of(secret), "client-secret");
		}
		for (String option : new String[] { TOKEN, FILE }) {
			if (context.option(option) != null) {
				IdentityToken identity = new IdentityToken(context, option);
				return () -> identity.get().flatMap((assertion) -> tokens.exchange(assertion, option));
			}
		}
		return null;
	}

	private Mono<Token> exchange(Secret assertion, String setting) {
		return exchange(Map.of("client_assertion_type", ASSERTION, "client_assertion", assertion.value()), assertion,
				setting);
	}

	private Mono<Token> exchange(Map<String, String> proof, Secret shown, String setting) {
		Map<String, String> form = new LinkedHashMap<>();
		form.put("client_id", this.client);
		form.put("grant_type", "client_credentials");
		form.put("scope", this.context.required("scope"));
		form.putAll(proof);
		URI issuer = URI.create(this.context.address("authority-host") + "/"
				+ URLEncoder.encode(this.tenant, StandardCharsets.UTF_8) + "/oauth2/v2.0/token");
		return this.context.explained(
				this.context.tokens()
					.form(issuer, Map.of(), form)
					.map((answer) -> Token.of(answer, issuer, this.context.clock())),
				shown, "tenant-id", "client-id", setting, "scope", "authority-host");
	}

}
