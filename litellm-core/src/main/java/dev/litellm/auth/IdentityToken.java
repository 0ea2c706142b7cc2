package dev.litellm.auth;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import dev.litellm.call.Secret;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.transport.WireReply;
import dev.litellm.transport.WireRequest;

/**
 * A token that says who the application is, which a cloud takes for one of its own; it is
 * read anew each time. An option holds the token itself, the path of its file where the
 * option's name ends in {@code -file}, or where it is to be found, as LiteLLM writes it:
 * {@code oidc/file/PATH}, {@code oidc/env/NAME}, {@code oidc/env_path/NAME},
 * {@code oidc/github/AUDIENCE}, {@code oidc/google/AUDIENCE}, {@code oidc/circleci/},
 * {@code oidc/circleci_v2/} or {@code oidc/azure/}.
 *
 * @param context the options, and where variables are looked up
 * @param option the option
 */
record IdentityToken(AuthContext context, String option) {

	private static final String REFERENCE = "oidc/";

	/**
	 * Return whether a value says where a token is to be found.
	 * @param value the value of an option
	 * @return true for {@code oidc/…}
	 */
	static boolean isReference(@Nullable String value) {
		return value != null && value.startsWith(REFERENCE);
	}

	/**
	 * Read the token.
	 * @return the token, or why there is none
	 */
	Mono<Secret> get() {
		return Mono.defer(() -> {
			String value = this.context.required(this.option);
			if (this.option.endsWith("-file")) {
				return file(value);
			}
			return isReference(value) ? find(value.substring(REFERENCE.length())) : Mono.just(Secret.of(value));
		}).onErrorMap(IllegalArgumentException.class, (ex) -> failure("the token cannot be used: " + ex.getMessage()));
	}

	private Mono<Secret> find(String reference) {
		int slash = reference.indexOf('/');
		String place = (slash < 0) ? reference : reference.substring(0, slash);
		String rest = (slash < 0) ? "" : reference.substring(slash + 1);
		return switch (place) {
			case "file" -> file(rest);
			case "env" -> Mono.just(Secret.of(variable(rest)));
			case "env_path" -> file(variable(rest));
			case "azure" -> file(variable("AZURE_FEDERATED_TOKEN_FILE"));
			case "circleci" -> Mono.just(Secret.of(variable("CIRCLE_OIDC_TOKEN")));
			case "circleci_v2" -> Mono.just(Secret.of(variable("CIRCLE_OIDC_TOKEN_V2")));
			case "github" -> github(rest);
			case "google" -> google(rest);
			default -> throw failure("'oidc/" + place + "/…' is unknown: give oidc/file/PATH, oidc/env/NAME,"
					+ " oidc/env_path/NAME, oidc/github/AUDIENCE, oidc/google/AUDIENCE, oidc/azure/,"
					+ " oidc/circleci/ or oidc/circleci_v2/");
		};
	}

	private Mono<Secret> file(String path) {
		return Mono.fromCallable(() -> Secret.of(this.context.file(path, "the token", this.option)))
			.subscribeOn(Schedulers.boundedElastic());
	}

	private String variable(String name) {
		String value = this.context.environment().apply(name);
		if (value == null || value.isBlank()) {
			throw failure("there is no token in the environment variable " + name);
		}
		return value.strip();
	}

	/**
	 * A job's token of GitHub Actions.
	 *
	 * @see <a href=
	 * "https://docs.github.com/en/actions/reference/security/oidc#methods-for-requesting-the-oidc-token">Methods
	 * for requesting the OIDC token</a>
	 */
	private Mono<Secret> github(String audience) {
		URI uri = URI.create(variable("ACTIONS_ID_TOKEN_REQUEST_URL") + "&audience="
				+ URLEncoder.encode(audience, StandardCharsets.UTF_8));
		Secret shown = Secret.of(variable("ACTIONS_ID_TOKEN_REQUEST_TOKEN"));
		return this.context.explained(this.context.tokens()
			.get(uri, Map.of("Authorization", "Bearer " + shown.value()))
			.map((answer) -> token(answer.get("value"), uri)), shown, this.option);
	}

	/**
	 * The token of a machine at Google, or of a service account there.
	 *
	 * @see <a href=
	 * "https://cloud.google.com/compute/docs/instances/verifying-instance-identity">Verify
	 * the identity of VMs</a>
	 */
	private Mono<Secret> google(String audience) {
		String host = Objects.requireNonNullElse(this.context.environment().apply("GCE_METADATA_HOST"),
				"metadata.google.internal");
		URI uri = URI
			.create("http://" + host + "/computeMetadata/v1/instance/service-accounts/default/identity?audience="
					+ URLEncoder.encode(audience, StandardCharsets.UTF_8));
		WireRequest request = WireRequest.get(uri, Map.of("Metadata-Flavor", "Google"));
		return this.context.explained(this.context.tokens().ask(request, (reply) -> text(reply, uri)), Secret.of(""),
				this.option);
	}

	private static Secret text(WireReply reply, URI from) {
		if (reply.status() != 200) {
			throw TokenClient.refused(from.getHost(), reply.status(), TokenClient.members(reply.body())).asException();
		}
		return token(reply.text().strip(), from);
	}

	private static Secret token(@Nullable Object value, URI from) {
		if (!(value instanceof String text) || text.isBlank() || text.startsWith("<")) {
			throw Failure.of(ErrorKind.AUTHENTICATION, "no token from " + from.getHost() + ", whose answer holds none")
				.asException();
		}
		return Secret.of(text);
	}

	private RuntimeException failure(String problem) {
		return Failure.of(ErrorKind.AUTHENTICATION, problem + ": check " + this.context.howToSet(this.option))
			.asException();
	}

}
