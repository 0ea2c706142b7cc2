package dev.litellm.auth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import dev.litellm.call.Secret;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;

/**
 * Oracle Cloud's signatures, as {@code auth=oci}: by the options {@code tenancy},
 * {@code user}, {@code fingerprint} and the private key in {@code private-key} or
 * {@code private-key-file}.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.oracle.com/en-us/iaas/Content/API/Concepts/signingrequests.htm">Request
 * signatures</a>
 */
public final class OciAuthScheme implements AuthScheme {

	private static final String KEY = "private-key";

	private static final String KEY_FILE = "private-key-file";

	@Override
	public String name() {
		return "oci";
	}

	@Override
	public Authorizer authorizer(AuthContext context) {
		String keyId = context.required("tenancy") + "/" + context.required("user") + "/"
				+ context.required("fingerprint");
		context.required("compartment-id");
		if (context.option(KEY) == null && context.option(KEY_FILE) == null) {
			throw context.missing(KEY, KEY_FILE).asException();
		}
		return new Signing(context, keyId);
	}

	/**
	 * The authorizer of one key, which is read once and again after it was refused.
	 */
	private static final class Signing implements Authorizer {

		private final AuthContext context;

		private final String keyId;

		private volatile @Nullable Access access;

		Signing(AuthContext context, String keyId) {
			this.context = context;
			this.keyId = keyId;
		}

		@Override
		public Mono<Access> access() {
			Access known = this.access;
			return (known != null) ? Mono.just(known)
					: Mono.fromCallable(this::read).subscribeOn(Schedulers.boundedElastic());
		}

		private Access read() {
			String name = (this.context.option(KEY) != null) ? KEY : KEY_FILE;
			String where = this.context.provider().options().howToSet(this.context.provider().name(), name);
			String pem = name.equals(KEY) ? this.context.required(KEY) : file(this.context.required(KEY_FILE), where);
			OciSigner signer = new OciSigner(this.keyId, PrivateKeys.rsa(pem, where), this.context.clock());
			Access read = Access.signed(Secret.of(pem), signer::sign).whenRefused(() -> this.access = null);
			this.access = read;
			return read;
		}

		private static String file(String path, String where) {
			try {
				return Files.readString(Path.of(path));
			}
			catch (IOException | InvalidPathException ex) {
				throw Failure
					.of(ErrorKind.AUTHENTICATION,
							"the file of the private key cannot be read (" + ex.getClass().getSimpleName()
									+ "); it is set by " + where)
					.asException();
			}
		}

	}

}
