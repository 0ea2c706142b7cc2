package dev.litellm.dialect.openai;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import dev.litellm.chat.Message;
import dev.litellm.dialect.BodyMembers;
import dev.litellm.dialect.Target;
import dev.litellm.json.Json;
import dev.litellm.provider.BodyQuirks;

/**
 * Writer of a chat's body.
 */
final class ChatBody {

	private static final String STREAM = "stream";

	private static final String STREAM_OPTIONS = "stream_options";

	private static final Map<String, Object> WITH_USAGE = Map.of("include_usage", true);

	private ChatBody() {
	}

	static void write(JsonGenerator generator, Target target, List<Message> messages,
			Map<String, @Nullable Object> parameters, boolean stream) {
		BodyQuirks quirks = target.quirks().body();
		generator.writeStartObject();
		if (!quirks.modelInAddress()) {
			generator.writeStringProperty("model", quirks.model(target.model()));
		}
		member(generator, "messages", messages);
		parameters.forEach((name, value) -> {
			if (value != null && !name.equals(STREAM) && !name.equals(STREAM_OPTIONS)) {
				member(generator, name, value);
			}
		});
		if (stream) {
			generator.writeBooleanProperty(STREAM, true);
			streamOptions(generator, quirks.streamUsage(), parameters.get(STREAM_OPTIONS));
		}
		else if (quirks.streamFalse()) {
			generator.writeBooleanProperty(STREAM, false);
		}
		quirks.members().forEach((name, value) -> {
			Object filled = parameters.containsKey(name) ? null : BodyMembers.of(value, target);
			if (filled != null) {
				member(generator, name, filled);
			}
		});
		ProxyHeaders.writeBody(generator, target, parameters);
		generator.writeEndObject();
	}

	private static void streamOptions(JsonGenerator generator, BodyQuirks.StreamUsage usage, @Nullable Object given) {
		if (usage == BodyQuirks.StreamUsage.NEVER || (usage == BodyQuirks.StreamUsage.ASKED && given == null)) {
			return;
		}
		Object options = (given != null) ? given : WITH_USAGE;
		if (usage == BodyQuirks.StreamUsage.ALWAYS && given instanceof Map<?, ?> fields
				&& !fields.containsKey("include_usage")) {
			Map<Object, @Nullable Object> more = new LinkedHashMap<>(fields);
			more.putAll(WITH_USAGE);
			options = more;
		}
		member(generator, STREAM_OPTIONS, options);
	}

	private static void member(JsonGenerator generator, String name, @Nullable Object value) {
		generator.writeName(name);
		Json.write(generator, value);
	}

}
