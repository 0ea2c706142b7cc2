package dev.litellm.auth;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.Secret;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;

/**
 * Reader of private RSA keys in PEM form, PKCS#8 or PKCS#1.
 */
final class PrivateKeys {

	private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z ]+)-----(.*?)-----END \\1-----",
			Pattern.DOTALL);

	/** Version 0 and the algorithm, which stand before a PKCS#1 key in a PKCS#8 one. */
	private static final byte[] RSA = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

	private PrivateKeys() {
	}

	/**
	 * Read a key.
	 * @param pem the text; line breaks may be written as {@code \n}
	 * @param passPhrase opens a key in PKCS#8 that is encrypted; null for none
	 * @param where how the key is set, for messages
	 * @return the key
	 * @throws dev.litellm.error.FailureException if it is not a plain RSA key
	 */
	static PrivateKey rsa(String pem, @Nullable Secret passPhrase, String where) {
		Matcher block = BLOCK.matcher(pem.replace("\\r", "").replace("\\n", "\n"));
		if (!block.find()) {
			throw refused("is not in PEM form, which begins with -----BEGIN PRIVATE KEY-----", where);
		}
		String type = block.group(1);
		String content = block.group(2);
		boolean encrypted = type.equals("ENCRYPTED PRIVATE KEY");
		if (encrypted && passPhrase == null) {
			throw refused("is encrypted: give its passphrase, or the key without one, for example from "
					+ "'openssl pkey -in key.pem -out plain.pem'", where);
		}
		if (content.contains("ENCRYPTED")) {
			throw refused("is encrypted in an older form: give one from "
					+ "'openssl pkcs8 -topk8 -in key.pem -out new.pem' with its passphrase", where);
		}
		if (!encrypted && !type.equals("PRIVATE KEY") && !type.equals("RSA PRIVATE KEY")) {
			throw refused("is a " + type + ": give an RSA private key", where);
		}
		try {
			byte[] der = Base64.getMimeDecoder().decode(content);
			return KeyFactory.getInstance("RSA").generatePrivate(spec(type, der, passPhrase));
		}
		catch (GeneralSecurityException | IOException | IllegalArgumentException ex) {
			throw refused(encrypted ? "cannot be opened by the passphrase"
					: "cannot be read: give a whole RSA private key in PEM form", where);
		}
	}

	private static PKCS8EncodedKeySpec spec(String type, byte[] der, @Nullable Secret passPhrase)
			throws GeneralSecurityException, IOException {
		if (passPhrase == null || !type.equals("ENCRYPTED PRIVATE KEY")) {
			return new PKCS8EncodedKeySpec(type.equals("RSA PRIVATE KEY") ? wrapped(der) : der);
		}
		EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(der);
		// what PBES2 is made of is told by its parameters alone
		String algorithm = info.getAlgParameters().toString().startsWith("PBEWith") ? info.getAlgParameters().toString()
				: info.getAlgName();
		PBEKeySpec phrase = new PBEKeySpec(passPhrase.value().toCharArray());
		Cipher cipher = Cipher.getInstance(algorithm);
		cipher.init(Cipher.DECRYPT_MODE, SecretKeyFactory.getInstance(algorithm).generateSecret(phrase),
				info.getAlgParameters());
		return info.getKeySpec(cipher);
	}

	private static byte[] wrapped(byte[] pkcs1) {
		ByteArrayOutputStream inner = new ByteArrayOutputStream();
		inner.writeBytes(RSA);
		inner.writeBytes(element(0x04, pkcs1));
		return element(0x30, inner.toByteArray());
	}

	private static byte[] element(int tag, byte[] content) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(tag);
		int length = content.length;
		if (length < 0x80) {
			out.write(length);
		}
		else {
			int bytes = (length < 0x100) ? 1 : (length < 0x10000) ? 2 : 3;
			out.write(0x80 | bytes);
			for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
				out.write(length >> shift);
			}
		}
		out.writeBytes(content);
		return out.toByteArray();
	}

	private static RuntimeException refused(String problem, String where) {
		return Failure.of(ErrorKind.AUTHENTICATION, "the private key " + problem + "; it is set by " + where)
			.asException();
	}

}
