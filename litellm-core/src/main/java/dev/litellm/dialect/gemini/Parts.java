package dev.litellm.dialect.gemini;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ContentPart;
import dev.litellm.dialect.Target;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.provider.ModelFacts;

/**
 * Content parts as Gemini's parts.
 */
final class Parts {

	private static final List<String> LEVELS = List.of("low", "medium", "high", "ultra_high");

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

	private final Target target;

	private final ModelFacts facts;

	private int resolution = -1;

	Parts(Target target, ModelFacts facts) {
		this.target = target;
		this.facts = facts;
	}

	/**
	 * Return the detail that pictures are looked at with, where it goes for the whole
	 * request.
	 * @return the highest that was asked for, or null
	 */
	@Nullable String resolution() {
		return (this.resolution >= 0) ? level(this.resolution) : null;
	}

	private static String level(int index) {
		return "MEDIA_RESOLUTION_" + LEVELS.get(index).toUpperCase(Locale.ROOT);
	}

	static Map<String, @Nullable Object> text(String text) {
		return part("text", text);
	}

	static Map<String, @Nullable Object> part(String name, @Nullable Object value) {
		Map<String, @Nullable Object> part = new LinkedHashMap<>();
		part.put(name, value);
		return part;
	}

	/**
	 * Return a part as Gemini's.
	 * @param part the part
	 * @return Gemini's part, or null where it is left out
	 */
	@Nullable Map<String, @Nullable Object> of(ContentPart part) {
		if (part instanceof ContentPart.Text text) {
			return text(text.text());
		}
		if (part instanceof ContentPart.Image image) {
			return detailed(media(image.url(), image.format()), image.detail());
		}
		if (part instanceof ContentPart.Audio audio) {
			return data(audio.data(), "audio/" + audio.format());
		}
		if (part instanceof ContentPart.File file) {
			return file(file.file());
		}
		if (part instanceof ContentPart.Other other && other.extra().get(other.type()) instanceof Map<?, ?> media
				&& media.get("url") instanceof String url) {
			return media(url, (media.get("format") instanceof String format) ? format : null);
		}
		String problem = "content of type '" + part.type() + "' is not supported by " + this.target.provider().name();
		if (!this.target.dropUnsupported()) {
			throw Failure.of(ErrorKind.UNSUPPORTED_PARAMS, problem
					+ "; it takes text, images, audio, video and files: leave it out, or set drop-unsupported: true")
				.asException();
		}
		this.target.note("a content part was left out: " + problem);
		return null;
	}

	private Map<String, @Nullable Object> file(Map<String, @Nullable Object> file) {
		String format = null;
		for (String name : List.of("format", "mime_type", "content_type")) {
			format = (format == null && file.get(name) instanceof String text) ? text : format;
		}
		Object source = (file.get("file_data") != null) ? file.get("file_data") : file.get("file_id");
		if (!(source instanceof String text)) {
			throw refused("'file' has neither file_data nor file_id: give one of them");
		}
		boolean bare = file.get("file_data") != null && !text.startsWith("data:");
		Map<String, @Nullable Object> part = bare ? data(text, (format != null) ? format : "application/pdf")
				: media(text, format);
		if (file.get("video_metadata") != null) {
			part.put("video_metadata", file.get("video_metadata"));
		}
		return detailed(part, (file.get("detail") instanceof String detail) ? detail : null);
	}

	private Map<String, @Nullable Object> detailed(Map<String, @Nullable Object> part, @Nullable String detail) {
		int index = (detail != null) ? LEVELS.indexOf(detail) : -1;
		if (index >= 0 && this.facts.has("part-resolution")) {
			part.put("media_resolution", Map.of("level", level(index)));
		}
		else {
			this.resolution = Math.max(this.resolution, index);
		}
		return part;
	}

	/** Google reads public addresses and its own itself. */
	private static Map<String, @Nullable Object> media(String url, @Nullable String format) {
		if (url.startsWith("data:")) {
			int comma = url.indexOf(',');
			String head = (comma > 0) ? url.substring("data:".length(), comma) : "";
			if (!head.endsWith(";base64")) {
				throw refused("a data: URL is not of the form data:TYPE;base64,DATA");
			}
			String type = (format != null) ? format : head.substring(0, head.length() - ";base64".length());
			return data(url.substring(comma + 1), type.equals("image/jpg") ? "image/jpeg" : type);
		}
		if (!url.startsWith("https:") && !url.startsWith("gs:")) {
			throw refused("the address of a file begins with '" + url.substring(0, Math.min(8, url.length()))
					+ "': give an https:, gs: or data: URL, or the URI that Google's Files API gave it");
		}
		Map<String, @Nullable Object> file = new LinkedHashMap<>();
		String type = (format != null) ? format : typeOf(url);
		if (type != null) {
			file.put("mime_type", type);
		}
		file.put("file_uri", url);
		return part("file_data", file);
	}

	private static @Nullable String typeOf(String url) {
		String path = url.replaceAll("[?#].*", "");
		String name = path.substring(path.lastIndexOf('/') + 1);
		return TYPES.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
	}

	private static Map<String, @Nullable Object> data(String data, String type) {
		Map<String, @Nullable Object> inline = new LinkedHashMap<>();
		inline.put("data", data);
		inline.put("mime_type", type);
		return part("inline_data", inline);
	}

	static RuntimeException refused(String message) {
		return Failure.of(ErrorKind.BAD_REQUEST, message).asException();
	}

}
