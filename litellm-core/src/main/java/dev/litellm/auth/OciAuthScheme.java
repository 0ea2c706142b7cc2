package dev.litellm.auth;

import java.util.Objects;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;

/**
 * Oracle Cloud's signatures, as {@code auth=oci}: by the options {@code tenancy},
 * {@code user}, {@code fingerprint} and the private key in {@code private-key} or
 * {@code private-key-file}, or by a {@code profile} of Oracle's configuration file, also
 * one of a session.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.oracle.com/en-us/iaas/Content/API/Concepts/signingrequests.htm">Request
 * signatures</a>
 */
public final class OciAuthScheme implements AuthScheme {

	private static final String TYPE = "authentication-type";

	@Override
	public String name() {
		return "oci";
	}

	@Override
	public Authorizer authorizer(AuthContext context) {
		check(context);
		if (context.option("profile") == null && context.option("config-file") == null) {
			OciLogin.check(context);
		}
		context.required("compartment-id");
		RefreshingToken keeper = context
			.refreshing(() -> Mono.fromCallable(() -> OciLogin.read(context)).subscribeOn(Schedulers.boundedElastic()));
		return () -> keeper.access((token) -> {
			OciSigner signer = (OciSigner) Objects.requireNonNull(token.details().get(OciLogin.SIGNER));
			return Access.signed(token.value(), signer::sign);
		});
	}

	private static void check(AuthContext context) {
		String type = Objects.requireNonNullElse(context.option(TYPE), "api_key");
		if (!type.equals("api_key") && !type.equals("security_token")) {
			throw Failure
				.of(ErrorKind.AUTHENTICATION,
						"'" + type.replaceAll("\\p{Cntrl}", "?")
								+ "' is not among the logins at Oracle Cloud that the library knows: give api_key or"
								+ " security_token as " + context.howToSet(TYPE)
								+ "; or add an AuthScheme bean named 'oci' that signs with Oracle's own library")
				.asException();
		}
	}

}
