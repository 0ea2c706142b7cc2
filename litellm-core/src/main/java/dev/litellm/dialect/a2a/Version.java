package dev.litellm.dialect.a2a;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.dialect.Target;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Values;

/**
 * What the versions of A2A differ in as far as requests go.
 */
enum Version {

	V0_3("message/send", "message/stream", "tasks/get"),

	V1_0("SendMessage", "SendStreamingMessage", "GetTask");

	private final String send;

	private final String stream;

	private final String look;

	Version(String send, String stream, String look) {
		this.send = send;
		this.stream = stream;
		this.look = look;
	}

	static Version of(Target target) {
		String text = target.provider().options().text("version", "0.3");
		return switch (text) {
			case "0.3" -> V0_3;
			case "1.0" -> V1_0;
			default ->
				throw Failure
					.of(ErrorKind.BAD_REQUEST,
							"A2A has no version '" + text + "' here: set litellm.providers." + target.provider().name()
									+ ".options.version to 0.3 or 1.0")
					.asException();
		};
	}

	String send(boolean streams) {
		return streams ? this.stream : this.send;
	}

	String look() {
		return this.look;
	}

	Map<String, @Nullable Object> message(String id, String text) {
		Map<String, @Nullable Object> part = Values.object("text", text);
		Map<String, @Nullable Object> message = Values.object("messageId", id);
		if (this == V0_3) {
			part.put("kind", "text");
			message.put("kind", "message");
		}
		message.put("role", (this == V0_3) ? "user" : "ROLE_USER");
		message.put("parts", List.of(part));
		return message;
	}

}
