package dev.litellm.dialect.gemini;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ContentPart;
import dev.litellm.dialect.DataUrl;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.Unsupported;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Json;
import dev.litellm.provider.MessageQuirks;
import dev.litellm.provider.ModelFacts;

/**
 * Content parts as Gemini's parts.
 */
final class Parts {

	private static final List<String> LEVELS = List.of("low", "medium", "high", "ultra_high");

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

	/**
	 * Return a part as Gemini's.
	 * @param part the part
	 * @return Gemini's part, or null where it is left out
	 */
	@Nullable Part of(ContentPart part) {
		if (part instanceof ContentPart.Text text) {
			return Part.text(text.text());
		}
		if (part instanceof ContentPart.Image image) {
			return detailed(media(image.url(), image.format()), image.detail());
		}
		if (part instanceof ContentPart.Audio audio) {
			String format = audio.format();
			return data(audio.data(), (format.indexOf('/') < 0) ? "audio/" + format : format);
		}
		if (part instanceof ContentPart.File file) {
			return file(file.file());
		}
		if (part instanceof ContentPart.Other other && other.extra().get(other.type()) instanceof Map<?, ?> media
				&& media.get("url") instanceof String url) {
			return media(url, (media.get("format") instanceof String format) ? format : null);
		}
		Unsupported.part(part, this.target, "text, images, audio, video and files");
		return null;
	}

	private Part file(Map<String, @Nullable Object> file) {
		Part part;
		DataUrl content = DataUrl.of(file, "application/pdf");
		if (content != null) {
			part = data(content.data(), content.type());
		}
		else if (file.get("file_id") instanceof String id) {
			part = media(id, DataUrl.format(file));
		}
		else {
			throw refused("'file' has neither file_data nor file_id: give one of them");
		}
		Object video = file.get("video_metadata");
		part = (video != null) ? part.with("video_metadata", video) : part;
		return detailed(part, (file.get("detail") instanceof String detail) ? detail : null);
	}

	private Part detailed(Part part, @Nullable String detail) {
		int index = (detail != null) ? LEVELS.indexOf(detail) : -1;
		if (index >= 0 && this.facts.has("part-resolution")) {
			return part.with("media_resolution", Map.of("level", level(index)));
		}
		this.resolution = Math.max(this.resolution, index);
		return part;
	}

	/** Google reads public addresses and its own itself. */
	private Part media(String url, @Nullable String format) {
		if (DataUrl.is(url)) {
			DataUrl content = DataUrl.parse(url, format);
			return data(content.data(), content.type());
		}
		if (!url.startsWith("https:") && !url.startsWith("gs:")) {
			throw refused("the address of a file begins with '" + url.substring(0, Math.min(8, url.length()))
					+ "': give an https:, gs: or data: URL, or the URI that Google's Files API gave it");
		}
		String type = (format != null) ? format : DataUrl.typeOf(url);
		if (type == null && this.target.quirks().messages().remoteFiles() == MessageQuirks.RemoteFiles.TYPED) {
			throw refused("the type of the file at '" + url + "' cannot be told by its name, and "
					+ this.target.provider().name()
					+ " must know it: give it as 'format', for example application/pdf");
		}
		return part("file_data", "file_uri", url, type);
	}

	private static Part data(CharSequence data, String type) {
		return part("inline_data", "data", data, type);
	}

	private static Part part(String name, String member, CharSequence value, @Nullable String type) {
		return Part.of(name, (generator) -> {
			generator.writeStartObject();
			Json.write(generator, member, value);
			Json.writeGiven(generator, "mime_type", type);
			generator.writeEndObject();
		});
	}

	static RuntimeException refused(String message) {
		return Failure.of(ErrorKind.BAD_REQUEST, message).asException();
	}

}
