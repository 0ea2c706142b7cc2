package dev.litellm.dialect.bedrock;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What Bedrock calls documents, which the model reads, and calls: names that are neutral,
 * and the same each time so that caches hit.
 */
final class Documents {

	private static final int READ = 64 * 1024;

	private static final Pattern NOT_OF_IDS = Pattern.compile("[^a-zA-Z0-9_.:-]");

	private Documents() {
	}

	static String name(String prefix, CharSequence data, String format, Map<String, Integer> taken) {
		CharSequence begin = data.subSequence(0, Math.min(READ, data.length()));
		String name = prefix + "_" + sha256(begin.toString() + data.length()).substring(0, 16) + "_" + format;
		int count = taken.merge(name, 1, Integer::sum);
		return (count == 1) ? name : name + "_" + count;
	}

	/**
	 * Return the id of a call as Bedrock takes it.
	 * @param id any id
	 * @return the id without other characters, at most 64 of them
	 */
	static String callId(String id) {
		String clean = NOT_OF_IDS.matcher(id).replaceAll("_");
		return (clean.length() <= 64) ? clean : clean.substring(0, 55) + "_" + sha256(id).substring(0, 8);
	}

	private static String sha256(String text) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has SHA-256", ex);
		}
	}

}
