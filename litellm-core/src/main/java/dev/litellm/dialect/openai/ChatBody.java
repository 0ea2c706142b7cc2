package dev.litellm.dialect.openai;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.Message;
import dev.litellm.dialect.BodyMembers;
import dev.litellm.dialect.Target;
import dev.litellm.json.Members;
import dev.litellm.provider.BodyQuirks;

/**
 * Members of a chat's body.
 */
final class ChatBody {

	private static final String STREAM = "stream";

	private static final String STREAM_OPTIONS = "stream_options";

	private static final Map<String, Object> WITH_USAGE = Map.of("include_usage", true);

	private ChatBody() {
	}

	/**
	 * Return the members of a body.
	 * @param target whom it goes to
	 * @param messages the messages
	 * @param parameters the parameters
	 * @param stream whether the answer is to be streamed
	 * @return the members, which may be changed
	 */
	static Map<String, @Nullable Object> of(Target target, List<Message> messages,
			Map<String, @Nullable Object> parameters, boolean stream) {
		BodyQuirks quirks = target.quirks().body();
		Members body = new Members(4);
		if (!quirks.modelInAddress()) {
			body.add("model", quirks.model(target.model()));
		}
		body.add("messages", messages);
		parameters.forEach((name, value) -> {
			if (value != null && !name.equals(STREAM) && !name.equals(STREAM_OPTIONS)) {
				body.add(name, value);
			}
		});
		if (stream) {
			body.add(STREAM, true);
			streamOptions(body, quirks.streamUsage(), parameters.get(STREAM_OPTIONS));
		}
		else if (quirks.streamFalse()) {
			body.add(STREAM, false);
		}
		quirks.members().forEach((name, value) -> {
			Object filled = parameters.containsKey(name) ? null : BodyMembers.of(value, target);
			if (filled != null) {
				body.add(name, filled);
			}
		});
		ProxyHeaders.putBody(body, target, parameters);
		return body;
	}

	private static void streamOptions(Members body, BodyQuirks.StreamUsage usage, @Nullable Object given) {
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
		body.add(STREAM_OPTIONS, options);
	}

}
