package dev.litellm.chat;

import java.util.Base64;

/**
 * Bytes within requests.
 */
final class Media {

	private Media() {
	}

	/**
	 * Return bytes as a URL.
	 * @param parameter where the URL goes to
	 * @param bytes the bytes
	 * @param mediaType their type
	 * @return a {@code data:} URL
	 * @throws IllegalArgumentException if there are no bytes or no type
	 */
	static String url(String parameter, byte[] bytes, String mediaType) {
		if (bytes.length == 0) {
			throw new IllegalArgumentException("'" + parameter + "' has no bytes: give the content of a file");
		}
		if (mediaType.indexOf('/') <= 0) {
			throw new IllegalArgumentException("'" + parameter + "' is of type '" + mediaType
					+ "': give a media type, for example image/png or application/pdf");
		}
		return "data:" + mediaType + ";base64," + Base64.getEncoder().encodeToString(bytes);
	}

}
