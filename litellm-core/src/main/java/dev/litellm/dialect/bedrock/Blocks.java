package dev.litellm.dialect.bedrock;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import dev.litellm.chat.ContentPart;
import dev.litellm.dialect.DataUrl;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.Unsupported;
import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.Values;

/**
 * Content parts as Bedrock's content blocks.
 */
final class Blocks {

	/** Formats by kind of block. */
	private static final Map<String, Set<String>> FORMATS = Map.of("image", Set.of("png", "jpeg", "gif", "webp"),
			"video", Set.of("mkv", "mov", "mp4", "webm", "flv", "mpeg", "mpg", "wmv", "three_gp"), "audio",
			Set.of("mp3", "opus", "wav", "aac", "flac", "mp4", "ogg", "mkv", "mka", "m4a", "mpeg", "mpga", "pcm",
					"webm", "x-aac"),
			"document", Set.of("pdf", "csv", "doc", "docx", "xls", "xlsx", "html", "txt", "md"));

	/** Formats of media types that do not end in their format. */
	private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("image/jpg", "jpeg"),
			Map.entry("video/3gpp", "three_gp"), Map.entry("video/quicktime", "mov"),
			Map.entry("video/x-matroska", "mkv"), Map.entry("video/x-flv", "flv"), Map.entry("video/x-ms-wmv", "wmv"),
			Map.entry("audio/x-wav", "wav"), Map.entry("audio/mp3", "mp3"), Map.entry("audio/mpeg", "mp3"),
			Map.entry("text/plain", "txt"), Map.entry("text/markdown", "md"), Map.entry("text/x-markdown", "md"),
			Map.entry("application/msword", "doc"),
			Map.entry("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
			Map.entry("application/vnd.ms-excel", "xls"),
			Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"));

	/** What a document may have beside its bytes. */
	private static final List<String> OF_DOCUMENTS = List.of("citations", "context");

	private final Target target;

	private final Map<String, Integer> documents = new HashMap<>();

	Blocks(Target target) {
		this.target = target;
	}

	/**
	 * Return a part as a block.
	 * @param part the part
	 * @return the block, or null where the part is left out
	 */
	@Nullable Union of(ContentPart part) {
		if (part instanceof ContentPart.Text text) {
			return text.text().isBlank() ? null : Union.text(text.text());
		}
		if (part instanceof ContentPart.Image image) {
			return media(image.url(), image.format());
		}
		if (part instanceof ContentPart.Audio audio) {
			return of("audio/" + audio.format(), audio.data());
		}
		if (part instanceof ContentPart.File file) {
			return file(file.file());
		}
		return other(part);
	}

	private @Nullable Union other(ContentPart part) {
		Map<String, @Nullable Object> fields = part.extra();
		switch (part.type()) {
			case "guarded_text" -> {
				return Guards.text(String.valueOf(fields.get("text")));
			}
			case "document" -> {
				if (fields.get("source") instanceof Map<?, ?> source) {
					return document(source, fields);
				}
			}
			case "search_result" -> {
				Map<String, @Nullable Object> result = new Members(fields);
				result.remove(Marks.CACHE_CONTROL);
				result.computeIfPresent("content", (name, content) -> texts(content));
				return new Union("searchResult", result);
			}
			default -> {
				if (fields.get(part.type()) instanceof Map<?, ?> media && media.get("url") instanceof String url) {
					return media(url, (media.get("format") instanceof String format) ? format : null);
				}
			}
		}
		Unsupported.part(part, this.target, "text, images, audio, video and documents");
		return null;
	}

	private static Object texts(@Nullable Object content) {
		List<?> items = (content instanceof List<?> all) ? all : List.of();
		return items.stream()
			.map((item) -> (item instanceof Map<?, ?> block && block.get("text") != null)
					? Map.of("text", block.get("text")) : item)
			.toList();
	}

	private Union document(Map<?, ?> source, Map<String, @Nullable Object> fields) {
		String type = (source.get("media_type") instanceof String text) ? text : "application/pdf";
		String data = (source.get("data") instanceof String text) ? text : "";
		if (data.isEmpty()) {
			throw Refusal
				.of("'document' has no data in its source: give it as base64, or as text, with its media_type");
		}
		if ("text".equals(source.get("type"))) {
			data = Base64.getEncoder().encodeToString(data.getBytes(StandardCharsets.UTF_8));
		}
		String format = format("document", type);
		return new Union("document", new Media(format, new Union("bytes", data),
				Documents.name("Document", data, format, this.documents), Values.pick(fields, OF_DOCUMENTS)));
	}

	private Union file(Map<String, @Nullable Object> file) {
		DataUrl data = DataUrl.of(file, "application/pdf");
		if (data != null) {
			return of(data.type(), data.data());
		}
		if (file.get("file_id") instanceof String id) {
			return media(id, DataUrl.format(file));
		}
		throw Refusal.of("'file' has neither file_data nor file_id: give one of them");
	}

	private Union media(String url, @Nullable String format) {
		if (url.startsWith("s3://")) {
			String type = (format != null) ? format : url.substring(url.lastIndexOf('.') + 1);
			String kind = type.contains("/") ? kind(type) : kindOf(type);
			return media(kind, format(kind, type), new Union("s3Location", new Union("uri", url)), "Document", url);
		}
		if (!DataUrl.is(url)) {
			throw Refusal.of("the address of a file begins with '" + url.substring(0, Math.min(8, url.length()))
					+ "': Bedrock reads no addresses of the web, give a data: URL, or an s3:// URI");
		}
		DataUrl data = DataUrl.parse(url, format);
		return of(data.type(), data.data());
	}

	private Union of(String given, CharSequence data) {
		String type = given.contains("/") ? given : kindOf(given) + "/" + given;
		String kind = kind(type);
		return media(kind, format(kind, type), new Union("bytes", data), "DocumentPDFmessages", data);
	}

	/** Only documents have names. */
	private Union media(String kind, String format, Union source, String prefix, CharSequence data) {
		String name = kind.equals("document") ? Documents.name(prefix, data, format, this.documents) : null;
		return new Union(kind, new Media(format, source, name, Map.of()));
	}

	private static String kind(String type) {
		String family = type.substring(0, type.indexOf('/'));
		return FORMATS.containsKey(family) ? family : "document";
	}

	private static String kindOf(String format) {
		for (String kind : List.of("image", "document", "video", "audio")) {
			if (FORMATS.getOrDefault(kind, Set.of()).contains(format)) {
				return kind;
			}
		}
		return "document";
	}

	private static String format(String kind, String type) {
		String lower = type.toLowerCase(Locale.ROOT).replaceFirst(";.*", "").strip();
		String format = NAMES.getOrDefault(lower, lower.substring(lower.indexOf('/') + 1));
		Set<String> known = FORMATS.getOrDefault(kind, Set.of());
		if (!known.contains(format)) {
			throw Refusal.of("'" + type + "' is no format of " + kind + " content that Bedrock takes: give one of "
					+ known.stream().sorted().toList());
		}
		return format;
	}

	/**
	 * A picture, a sound, a film or a document.
	 *
	 * @param format its format
	 * @param source where it is, or the thing itself
	 * @param name what the model calls it, or null
	 * @param extra other members
	 */
	private record Media(String format, Union source, @Nullable String name,
			Map<String, @Nullable Object> extra) implements Json.Writable {

		@Override
		public void writeTo(JsonGenerator generator) {
			generator.writeStartObject();
			Json.write(generator, "source", this.source);
			generator.writeStringProperty("format", this.format);
			Json.writeGiven(generator, "name", this.name);
			this.extra.forEach((name, value) -> Json.write(generator, name, value));
			generator.writeEndObject();
		}

	}

}
