package dev.litellm.dialect.openai.responses;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.Unsupported;
import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.Values;

/**
 * Content of messages as the parts of input items.
 */
final class InputParts {

	private static final Set<String> NATIVE = Set.of("input_text", "input_image", "input_file", "output_text",
			"refusal");

	private InputParts() {
	}

	/**
	 * Check that a message's parts can go out.
	 * @param message the message
	 * @param target whom it goes to; gets a note where one is left out
	 * @throws dev.litellm.error.FailureException if one is not supported
	 */
	static void check(Message message, Target target) {
		for (ContentPart part : message.parts()) {
			if (part instanceof ContentPart.Other && !NATIVE.contains(part.type())) {
				Unsupported.part(part, target, "text, images, sound and files");
			}
		}
	}

	static void write(JsonGenerator generator, Message message, String textType) {
		generator.writeStartArray();
		if (message.content() != null && (message.parts().isEmpty() || !message.content().isEmpty())) {
			writeText(generator, textType, "text", message.content());
		}
		for (ContentPart part : message.parts()) {
			write(generator, part, textType);
		}
		if (message.extra().get("refusal") instanceof String refusal) {
			writeText(generator, "refusal", "refusal", refusal);
		}
		generator.writeEndArray();
	}

	private static void writeText(JsonGenerator generator, String type, String name, String text) {
		generator.writeStartObject();
		generator.writeStringProperty("type", type);
		generator.writeStringProperty(name, text);
		generator.writeEndObject();
	}

	private static void write(JsonGenerator generator, ContentPart part, String textType) {
		if (part instanceof ContentPart.Text text) {
			writeText(generator, textType, "text", text.text());
		}
		else if (part instanceof ContentPart.Image image) {
			generator.writeStartObject();
			generator.writeStringProperty("type", "input_image");
			Json.write(generator, "image_url", image.url());
			Json.writeGiven(generator, "detail", image.detail());
			generator.writeEndObject();
		}
		else if (part instanceof ContentPart.File file) {
			writeFile(generator, file.file());
		}
		else if (part instanceof ContentPart.Audio || NATIVE.contains(part.type())) {
			part.writeTo(generator);
		}
	}

	private static void writeFile(JsonGenerator generator, Map<String, @Nullable Object> file) {
		Members part = new Members(4).add("type", "input_file");
		file.forEach((name, value) -> {
			boolean address = name.equals("file_id") && Values.text(value, "").startsWith("http");
			if (!name.equals("format")) {
				part.add(address ? "file_url" : name, value);
			}
		});
		Json.write(generator, part);
	}

}
