package dev.litellm.auth;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;

/**
 * A pair of RSA keys made for the tests.
 */
public final class RsaKeys {

	static final KeyPair PAIR = pair();

	/** The private key in PKCS#8. */
	public static final String PEM = pem("PRIVATE KEY", PAIR.getPrivate().getEncoded());

	private RsaKeys() {
	}

	private static KeyPair pair() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(2048);
			return generator.generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static String pem(String type, byte[] der) {
		return "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(der)
				+ "\n-----END " + type + "-----\n";
	}

	/**
	 * Return the private key in PKCS#1, which is what PKCS#8 has behind its first 26
	 * bytes.
	 * @return the PEM text
	 */
	static String pkcs1() {
		byte[] pkcs8 = PAIR.getPrivate().getEncoded();
		return pem("RSA PRIVATE KEY", Arrays.copyOfRange(pkcs8, 26, pkcs8.length));
	}

}
