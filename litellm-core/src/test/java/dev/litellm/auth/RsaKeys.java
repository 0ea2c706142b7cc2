package dev.litellm.auth;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A pair of RSA keys made for the tests.
 */
public final class RsaKeys {

	static final KeyPair PAIR = pair();

	/** The private key in PKCS#8. */
	public static final String PEM = pem("PRIVATE KEY", PAIR.getPrivate().getEncoded());

	/** The name of the way in which OpenSSL encrypts. */
	private static final byte[] PBES2 = HexFormat.of().parseHex("06092a864886f70d01050d");

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

	private static byte[] element(int tag, byte[]... contents) throws IOException {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		for (byte[] part : contents) {
			content.write(part);
		}
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(new byte[] { (byte) tag, (byte) 0x82, (byte) (content.size() >> 8), (byte) content.size() });
		content.writeTo(out);
		return out.toByteArray();
	}

	static String pem(String type, byte[] der) {
		return "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(der)
				+ "\n-----END " + type + "-----\n";
	}

	/**
	 * Return the private key in PKCS#8, encrypted as OpenSSL does.
	 * @param passPhrase opens it
	 * @return the PEM text
	 */
	static String encrypted(String passPhrase) {
		try {
			String algorithm = "PBEWithHmacSHA256AndAES_256";
			Cipher cipher = Cipher.getInstance(algorithm);
			cipher.init(Cipher.ENCRYPT_MODE,
					SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(passPhrase.toCharArray())));
			byte[] content = cipher.doFinal(PAIR.getPrivate().getEncoded());
			byte[] means = element(0x30, PBES2, cipher.getParameters().getEncoded());
			return pem("ENCRYPTED PRIVATE KEY", element(0x30, means, element(0x04, content)));
		}
		catch (GeneralSecurityException | IOException ex) {
			throw new IllegalStateException(ex);
		}
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
