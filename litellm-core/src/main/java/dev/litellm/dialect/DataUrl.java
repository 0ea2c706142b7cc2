package dev.litellm.dialect;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Json;
import dev.litellm.json.TextPart;

/**
 * A file within a {@code data:} URL.
 *
 * @param type the media type
 * @param data the bytes in base64
 * @since 0.1.0
 */
public record DataUrl(String type, TextPart data) {

	private static final String SCHEME = "data:";

	private static final String BASE64 = ";base64";

	private static final Map<String, String> TYPES = Map.ofEntries(Map.entry("png", "image/png"),
			Map.entry("jpg", "image/jpeg"), Map.entry("jpeg", "image/jpeg"), Map.entry("webp", "image/webp"),
			Map.entry("gif", "image/gif"), Map.entry("heic", "image/heic"), Map.entry("heif", "image/heif"),
			Map.entry("pdf", "application/pdf"), Map.entry("txt", "text/plain"), Map.entry("html", "text/html"),
			Map.entry("csv", "text/csv"), Map.entry("md", "text/md"), Map.entry("mp4", "video/mp4"),
			Map.entry("mov", "video/mov"), Map.entry("webm", "video/webm"), Map.entry("mpeg", "video/mpeg"),
			Map.entry("mpg", "video/mpg"), Map.entry("avi", "video/avi"), Map.entry("wmv", "video/wmv"),
			Map.entry("flv", "video/x-flv"), Map.entry("mp3", "audio/mpeg"), Map.entry("wav", "audio/wav"),
			Map.entry("ogg", "audio/ogg"), Map.entry("flac", "audio/flac"), Map.entry("aac", "audio/aac"),
			Map.entry("m4a", "audio/m4a"), Map.entry("aiff", "audio/aiff"));

	public DataUrl(String type, String data) {
		this(type, new TextPart(data));
	}

	public static boolean is(String url) {
		return url.startsWith(SCHEME);
	}

	/**
	 * Read a URL.
	 * @param url the URL
	 * @param format the media type that is told beside it and prevails, or null
	 * @return its file
	 * @throws dev.litellm.error.FailureException if it is not of the form
	 * {@code data:TYPE;base64,DATA}
	 */
	public static DataUrl parse(String url, @Nullable String format) {
		int comma = url.indexOf(',');
		String head = (is(url) && comma > 0) ? url.substring(SCHEME.length(), comma) : "";
		if (!head.endsWith(BASE64)) {
			throw Failure.of(ErrorKind.BAD_REQUEST, "a data: URL is not of the form data:TYPE;base64,DATA")
				.asException();
		}
		String type = (format != null) ? format : head.substring(0, head.length() - BASE64.length());
		return new DataUrl(type.equals("image/jpg") ? "image/jpeg" : type, new TextPart(url, comma + 1, url.length()));
	}

	/**
	 * Read the content of a file part.
	 * @param file the members of the part
	 * @param standard the media type where the part tells none
	 * @return the file, or null where the part holds none but refers to one
	 * @throws dev.litellm.error.FailureException if its URL cannot be read
	 */
	public static @Nullable DataUrl of(Map<String, @Nullable Object> file, String standard) {
		if (!(file.get("file_data") instanceof String data)) {
			return null;
		}
		String format = format(file);
		return is(data) ? parse(data, format) : new DataUrl((format != null) ? format : standard, data);
	}

	/**
	 * Return the media type that a file part tells.
	 * @param file the members of the part
	 * @return the type, or null where it tells none
	 */
	public static @Nullable String format(Map<String, @Nullable Object> file) {
		for (String name : List.of("format", "mime_type", "content_type")) {
			if (file.get(name) instanceof String format) {
				return format;
			}
		}
		return null;
	}

	/**
	 * Return the media type that the name at the end of an address tells.
	 * @param url the address, or a file's name
	 * @return the type, or null where it is not known
	 */
	public static @Nullable String typeOf(String url) {
		String path = url.replaceAll("[?#].*", "");
		String name = path.substring(path.lastIndexOf('/') + 1);
		return TYPES.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
	}

	/**
	 * Return the content.
	 * @return its bytes
	 * @throws dev.litellm.error.FailureException if the data is not base64
	 */
	public byte[] bytes() {
		int end = this.data.length();
		while (end > 0 && this.data.charAt(end - 1) == '=') {
			end--;
		}
		byte[] bytes = new byte[(int) (end * 3L / 4)];
		try (InputStream decoded = Base64.getDecoder().wrap(this.data.open())) {
			if (decoded.readNBytes(bytes, 0, bytes.length) < bytes.length || decoded.read() >= 0) {
				throw new EOFException();
			}
			return bytes;
		}
		catch (IOException ex) {
			throw Failure.of(ErrorKind.BAD_REQUEST, "the data of a data: URL of type " + this.type + " is not base64")
				.asException();
		}
	}

	/**
	 * Return the content as text.
	 * @return the text
	 * @throws dev.litellm.error.FailureException if the data is not base64
	 */
	public String text() {
		return Json.utf8(bytes());
	}

	/**
	 * Return the file as a URL.
	 * @return the URL
	 */
	public String url() {
		return SCHEME + this.type + BASE64 + "," + this.data;
	}

	@Override
	public String toString() {
		return this.type + " (" + this.data.length() + " characters)";
	}

}
