package dev.litellm.dialect.a2a;

import org.jspecify.annotations.Nullable;

import dev.litellm.dialect.Target;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Json;

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

	/**
	 * Return a message to an agent.
	 * @param id its id
	 * @param text what it says
	 * @param context the conversation that it belongs to, or null
	 * @param task the task that it belongs to, or null
	 * @return the message
	 */
	Json.Writable message(String id, String text, @Nullable Object context, @Nullable Object task) {
		boolean kinds = this == V0_3;
		return (generator) -> {
			generator.writeStartObject();
			Json.writeGiven(generator, "kind", kinds ? "message" : null);
			generator.writeStringProperty("messageId", id);
			generator.writeStringProperty("role", kinds ? "user" : "ROLE_USER");
			generator.writeName("parts");
			generator.writeStartArray();
			generator.writeStartObject();
			Json.writeGiven(generator, "kind", kinds ? "text" : null);
			Json.write(generator, "text", text);
			generator.writeEndObject();
			generator.writeEndArray();
			Json.writeGiven(generator, "contextId", context);
			Json.writeGiven(generator, "taskId", task);
			generator.writeEndObject();
		};
	}

}
