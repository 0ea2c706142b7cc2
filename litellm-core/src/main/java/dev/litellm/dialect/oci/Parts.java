package dev.litellm.dialect.oci;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.Unsupported;
import dev.litellm.json.Json;

/**
 * Parts of messages, as far as the formats have them in common.
 */
final class Parts {

	private Parts() {
	}

	/**
	 * Refuse the parts that a format does not take, or leave notes that they are left
	 * out.
	 * @param messages the messages
	 * @param taken tells which parts it takes
	 * @param names what they are
	 * @param target whom the request goes to; gets the notes
	 */
	static void check(List<Message> messages, Predicate<ContentPart> taken, String names, Target target) {
		for (Message message : messages) {
			for (ContentPart part : message.parts()) {
				if (!taken.test(part)) {
					Unsupported.part(part, target, names);
				}
			}
		}
	}

	static void writeText(JsonGenerator generator, String text) {
		generator.writeStartObject();
		generator.writeStringProperty("type", "TEXT");
		Json.write(generator, "text", text);
		generator.writeEndObject();
	}

	/**
	 * Write what stands at an address.
	 * @param generator where to
	 * @param type the part's type
	 * @param name the member that holds the address
	 * @param url the address
	 * @param detail how closely to look, or null
	 */
	static void writeUrl(JsonGenerator generator, String type, String name, String url, @Nullable String detail) {
		generator.writeStartObject();
		generator.writeStringProperty("type", type);
		generator.writeName(name);
		generator.writeStartObject();
		Json.write(generator, "url", url);
		if (detail != null) {
			generator.writeStringProperty("detail", detail.toUpperCase(Locale.ROOT));
		}
		generator.writeEndObject();
		generator.writeEndObject();
	}

}
