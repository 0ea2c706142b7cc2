package dev.litellm.dialect;

import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import dev.litellm.chat.ToolCall;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Json;

/**
 * Calls of tools on their way between formats: their arguments as an object, and ids for
 * those that have none.
 *
 * @since 0.1.0
 */
public final class ToolCalls {

	private ToolCalls() {
	}

	public static Map<?, ?> arguments(ToolCall call) {
		return arguments(call.name(), call.arguments());
	}

	/**
	 * Return the arguments of a call as an object.
	 * @param name the tool's name
	 * @param arguments the arguments as JSON text, or null
	 * @return the object, empty where there are no arguments
	 * @throws dev.litellm.error.FailureException if they are not an object
	 */
	public static Map<?, ?> arguments(@Nullable String name, @Nullable String arguments) {
		try {
			Object value = (arguments == null || arguments.isBlank()) ? Map.of() : Json.read(arguments);
			if (value instanceof Map<?, ?> fields) {
				return fields;
			}
		}
		catch (JacksonException ex) {
			// told below
		}
		throw Failure
			.of(ErrorKind.BAD_REQUEST,
					"the arguments of the call of tool '" + name
							+ "' in 'messages' are not a JSON object: send them back as the model gave them")
			.asException();
	}

	/**
	 * Return an id for a call that came without one.
	 * @return a new id; not a UUID, whose source of randomness may block an event loop
	 */
	public static String newId() {
		ThreadLocalRandom random = ThreadLocalRandom.current();
		return "call_" + HexFormat.of().toHexDigits(random.nextLong())
				+ HexFormat.of().toHexDigits(random.nextLong(), 12);
	}

}
