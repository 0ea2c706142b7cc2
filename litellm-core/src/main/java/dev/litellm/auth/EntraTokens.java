package dev.litellm.auth;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.provider.BaseUrls;

/**
 * Tokens that Microsoft Entra ID gives to an application, by its secret or by the token
 * of the workload that it runs as.
 *
 * @see <a href=
 * "https://learn.microsoft.com/en-us/entra/identity-platform/v2-oauth2-client-creds-grant-flow">Client
 * credentials</a>
 */
final class EntraTokens {

	private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

	private static final String STANDARD_AUTHORITY = "https://login.microsoftonline.com";

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
			return null;
		}
		EntraTokens tokens = new EntraTokens(context, tenant, client);
		String secret = context.option("client-secret");
		if (secret != null) {
			return () -> tokens.exchange(Map.of("client_secret", secret));
		}
		String file = context.option("federated-token-file");
		return (file != null) ? () -> tokens.exchangeAssertion(file) : null;
	}

	private Mono<Token> exchangeAssertion(String file) {
		return Mono.fromCallable(() -> read(file))
			.subscribeOn(Schedulers.boundedElastic())
			.flatMap(
					(assertion) -> exchange(Map.of("client_assertion_type", ASSERTION, "client_assertion", assertion)));
	}

	private String read(String file) {
		try {
			return Files.readString(Path.of(file)).strip();
		}
		catch (IOException | IllegalArgumentException ex) {
			throw Failure
				.of(ErrorKind.AUTHENTICATION,
						"the workload's token cannot be read from '" + file + "' (" + ex.getClass().getSimpleName()
								+ "): " + howToSet("federated-token-file"))
				.asException();
		}
	}

	private Mono<Token> exchange(Map<String, String> proof) {
		Map<String, String> form = new LinkedHashMap<>();
		form.put("client_id", this.client);
		form.put("grant_type", "client_credentials");
		form.put("scope", this.context.required("scope"));
		form.putAll(proof);
		return Mono.fromCallable(this::issuer)
			.flatMap((issuer) -> this.context.tokens()
				.form(issuer, Map.of(), form)
				.map((answer) -> Token.of(answer, issuer, this.context.clock())));
	}

	private URI issuer() {
		String authority = this.context.option("authority-host");
		try {
			return URI.create(BaseUrls.check((authority != null) ? authority : STANDARD_AUTHORITY) + "/"
					+ URLEncoder.encode(this.tenant, StandardCharsets.UTF_8) + "/oauth2/v2.0/token");
		}
		catch (IllegalArgumentException ex) {
			throw Failure.of(ErrorKind.AUTHENTICATION, ex.getMessage() + ": " + howToSet("authority-host"))
				.asException();
		}
	}

	private String howToSet(String option) {
		return "set " + this.context.provider().options().howToSet(this.context.provider().name(), option);
	}

}
