package dev.litellm.chat;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import dev.litellm.json.Json;
import dev.litellm.json.Members;

/**
 * One part of a message's content: text, image, audio, file, or another type with its
 * fields as they are.
 *
 * @since 0.1.0
 */
public sealed interface ContentPart extends Json.Writable
		permits ContentPart.Text, ContentPart.Image, ContentPart.Audio, ContentPart.File, ContentPart.Other {

	/**
	 * Return the part's type in OpenAI's words.
	 * @return {@code text}, {@code image_url}, {@code input_audio}, {@code file} or
	 * another
	 */
	String type();

	/**
	 * Return the members beside {@code type} and the part's own, for example
	 * {@code cache_control}.
	 * @return members by name
	 */
	Map<String, @Nullable Object> extra();

	/**
	 * Return this part with one more member.
	 * @param name the member's name, for example {@code cache_control}
	 * @param value a JSON value
	 * @return the new part
	 */
	ContentPart with(String name, Object value);

	static Text text(String text) {
		return new Text(text, Map.of());
	}

	/**
	 * An image by its address.
	 * @param url an {@code https:} or {@code data:} URL
	 * @return the part
	 */
	static Image image(String url) {
		return new Image(url, null, null, Map.of());
	}

	/**
	 * An image by its address, with the detail to look at it.
	 * @param url an {@code https:} or {@code data:} URL
	 * @param detail {@code low}, {@code high} or {@code auto}
	 * @return the part
	 */
	static Image image(String url, String detail) {
		return new Image(url, detail, null, Map.of());
	}

	/**
	 * An image by its bytes.
	 * @param bytes the bytes
	 * @param mediaType their type, for example {@code image/png}
	 * @return the part
	 */
	static Image image(byte[] bytes, String mediaType) {
		return image(Media.url("content.image_url.url", bytes, mediaType));
	}

	/**
	 * Recorded sound.
	 * @param data the bytes in base64
	 * @param format {@code wav} or {@code mp3}
	 * @return the part
	 */
	static Audio audio(String data, String format) {
		return new Audio(data, format, Map.of());
	}

	/**
	 * A file by the id that the provider gave it.
	 * @param fileId the id
	 * @return the part
	 */
	static File file(String fileId) {
		return new File(Map.of("file_id", Checks.notBlank("content.file.file_id", fileId)), Map.of());
	}

	/**
	 * A file by its content.
	 * @param filename the name to show
	 * @param fileData a {@code data:} URL
	 * @return the part
	 */
	static File file(String filename, String fileData) {
		Map<String, @Nullable Object> file = new Members();
		file.put("filename", Checks.notBlank("content.file.filename", filename));
		file.put("file_data", Checks.notBlank("content.file.file_data", fileData));
		return new File(file, Map.of());
	}

	/**
	 * A file by its bytes.
	 * @param filename the name to show
	 * @param bytes the bytes
	 * @param mediaType their type, for example {@code application/pdf}
	 * @return the part
	 */
	static File file(String filename, byte[] bytes, String mediaType) {
		return file(filename, Media.url("content.file.file_data", bytes, mediaType));
	}

	@Override
	default void writeTo(JsonGenerator generator) {
		generator.writeStartObject();
		generator.writeStringProperty("type", type());
		writeFields(generator);
		extra().forEach((name, value) -> {
			generator.writeName(name);
			Json.write(generator, value);
		});
		generator.writeEndObject();
	}

	/**
	 * Write the part's own members.
	 * @param generator stands inside the part's object
	 */
	void writeFields(JsonGenerator generator);

	/**
	 * Text.
	 *
	 * @param text the text
	 * @param extra further members
	 */
	record Text(String text, Map<String, @Nullable Object> extra) implements ContentPart {

		public Text {
			Checks.given("content.text", text, "a text");
			extra = Fields.copy(extra);
		}

		@Override
		public String type() {
			return "text";
		}

		@Override
		public Text with(String name, Object value) {
			return new Text(this.text, Fields.plus(this.extra, name, value));
		}

		@Override
		public void writeFields(JsonGenerator generator) {
			generator.writeStringProperty("text", this.text);
		}

	}

	/**
	 * An image.
	 *
	 * @param url an {@code https:} or {@code data:} URL
	 * @param detail {@code low}, {@code high}, {@code auto}, or null for the provider's
	 * choice
	 * @param format the media type where the URL does not tell it, or null
	 * @param extra further members
	 */
	record Image(String url, @Nullable String detail, @Nullable String format,
			Map<String, @Nullable Object> extra) implements ContentPart {

		public Image {
			Checks.notBlank("content.image_url.url", url);
			extra = Fields.copy(extra);
		}

		@Override
		public String type() {
			return "image_url";
		}

		@Override
		public Image with(String name, Object value) {
			return new Image(this.url, this.detail, this.format, Fields.plus(this.extra, name, value));
		}

		@Override
		public void writeFields(JsonGenerator generator) {
			generator.writeName("image_url");
			generator.writeStartObject();
			generator.writeName("url");
			Json.write(generator, this.url);
			if (this.detail != null) {
				generator.writeStringProperty("detail", this.detail);
			}
			if (this.format != null) {
				generator.writeStringProperty("format", this.format);
			}
			generator.writeEndObject();
		}

	}

	/**
	 * Recorded sound.
	 *
	 * @param data the bytes in base64
	 * @param format {@code wav} or {@code mp3}
	 * @param extra further members
	 */
	record Audio(String data, String format, Map<String, @Nullable Object> extra) implements ContentPart {

		public Audio {
			Checks.notBlank("content.input_audio.data", data);
			Checks.notBlank("content.input_audio.format", format);
			extra = Fields.copy(extra);
		}

		@Override
		public String type() {
			return "input_audio";
		}

		@Override
		public Audio with(String name, Object value) {
			return new Audio(this.data, this.format, Fields.plus(this.extra, name, value));
		}

		@Override
		public void writeFields(JsonGenerator generator) {
			generator.writeName("input_audio");
			generator.writeStartObject();
			generator.writeName("data");
			Json.write(generator, this.data);
			generator.writeStringProperty("format", this.format);
			generator.writeEndObject();
		}

	}

	/**
	 * A file.
	 *
	 * @param file {@code file_id}, or {@code filename} and {@code file_data}, and what
	 * else a provider takes
	 * @param extra further members
	 */
	record File(Map<String, @Nullable Object> file, Map<String, @Nullable Object> extra) implements ContentPart {

		public File {
			file = Fields.copy(file);
			extra = Fields.copy(extra);
		}

		@Override
		public String type() {
			return "file";
		}

		@Override
		public File with(String name, Object value) {
			return new File(this.file, Fields.plus(this.extra, name, value));
		}

		@Override
		public void writeFields(JsonGenerator generator) {
			generator.writeName("file");
			Json.write(generator, this.file);
		}

	}

	/**
	 * A part of a type that has no class of its own.
	 *
	 * @param type its type
	 * @param extra all other members
	 */
	record Other(String type, Map<String, @Nullable Object> extra) implements ContentPart {

		public Other {
			Checks.notBlank("content.type", type);
			extra = Fields.copy(extra);
		}

		@Override
		public Other with(String name, Object value) {
			return new Other(this.type, Fields.plus(this.extra, name, value));
		}

		@Override
		public void writeFields(JsonGenerator generator) {
		}

	}

}
