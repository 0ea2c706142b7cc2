package dev.litellm.auth;

import java.util.function.Supplier;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.identity.DefaultAzureCredentialBuilder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.util.ClassUtils;

import dev.litellm.call.Secret;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;

/**
 * Tokens of Azure's own library, which looks for credentials where the application runs:
 * managed identities, workloads, the tools of developers. The only class that knows it.
 *
 * @see <a href=
 * "https://learn.microsoft.com/en-us/java/api/com.azure.identity.defaultazurecredential">DefaultAzureCredential</a>
 */
final class AzureIdentity {

	private AzureIdentity() {
	}

	/**
	 * Return whether the library is there.
	 * @return true if {@code com.azure:azure-identity} is on the classpath
	 */
	static boolean isPresent() {
		return ClassUtils.isPresent("com.azure.identity.DefaultAzureCredentialBuilder",
				AzureScheme.class.getClassLoader());
	}

	static Supplier<Mono<Token>> tokens(AuthContext context) {
		DefaultAzureCredentialBuilder builder = new DefaultAzureCredentialBuilder()
			.authorityHost(context.required("authority-host"));
		String tenant = context.option("tenant-id");
		if (tenant != null) {
			builder.tenantId(tenant);
		}
		String client = context.option("client-id");
		if (client != null) {
			builder.managedIdentityClientId(client).workloadIdentityClientId(client);
		}
		return tokens(context, builder.build());
	}

	static Supplier<Mono<Token>> tokens(AuthContext context, TokenCredential credential) {
		TokenRequestContext request = new TokenRequestContext().addScopes(context.required("scope"));
		return () -> Mono.defer(() -> credential.getToken(request))
			.subscribeOn(Schedulers.boundedElastic())
			.map((got) -> new Token(Secret.of(got.getToken()), context.clock().instant(),
					got.getExpiresAt().toInstant()))
			.onErrorMap((ex) -> Failure
				.of(ErrorKind.AUTHENTICATION, "no token from azure-identity: " + firstLine(ex.getMessage()))
				.asException());
	}

	private static String firstLine(@org.jspecify.annotations.Nullable String message) {
		return (message != null) ? message.lines().findFirst().orElse("") : "it says nothing";
	}

}
