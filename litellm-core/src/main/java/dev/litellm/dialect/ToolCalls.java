package dev.litellm.dialect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import dev.litellm.chat.Message;
import dev.litellm.chat.ToolCall;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.error.FailureException;
import dev.litellm.json.Json;
import dev.litellm.json.Tokens;
import dev.litellm.json.Values;

/**
 * Calls of tools on their way between formats: their arguments as an object, and ids for
 * those that have none.
 *
 * @since 0.1.0
 */
public final class ToolCalls {

	private static final String OLD_CALL = "function_call";

	private static final Json.Writable NO_ARGUMENTS = (generator) -> generator.writeRawValue("{}");

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
		throw refused(name);
	}

	private static FailureException refused(@Nullable String name) {
		return Failure
			.of(ErrorKind.BAD_REQUEST,
					"the arguments of the call of tool '" + name
							+ "' in 'messages' are not a JSON object: send them back as the model gave them")
			.asException();
	}

	/**
	 * Return the arguments of a call as what writes them.
	 * @param call the call
	 * @return the object as it was given, empty where there are no arguments
	 * @throws dev.litellm.error.FailureException if they are not an object
	 */
	public static Json.Writable input(ToolCall call) {
		return input(call.name(), call.arguments());
	}

	/**
	 * Return the arguments of a call as what writes them.
	 * @param name the tool's name
	 * @param arguments the arguments as JSON text, or null
	 * @return the object as it was given, empty where there are no arguments
	 * @throws dev.litellm.error.FailureException if they are not an object
	 */
	public static Json.Writable input(@Nullable String name, @Nullable String arguments) {
		if (arguments == null || arguments.isBlank()) {
			return NO_ARGUMENTS;
		}
		if (Tokens.isObject(arguments)) {
			return (generator) -> Tokens.write(generator, arguments);
		}
		throw refused(name);
	}

	/**
	 * Return the arguments of a call as they stand in a text, for the formats that take
	 * them so.
	 * @param call the call
	 * @return the arguments as they were given, an empty object where there are none
	 */
	public static String text(ToolCall call) {
		String arguments = call.arguments();
		return (arguments == null || arguments.isBlank()) ? "{}" : arguments;
	}

	/**
	 * Return a conversation in which calls of functions of the old kind, and their
	 * results, are calls and results of tools.
	 * @param messages the conversation
	 * @return the same where it holds none
	 */
	public static List<Message> modern(List<Message> messages) {
		for (Message message : messages) {
			if (isOld(message)) {
				return modernised(messages);
			}
		}
		return messages;
	}

	private static boolean isOld(Message message) {
		return message.role().equals("function") || message.extra().get(OLD_CALL) instanceof Map<?, ?>;
	}

	private static List<Message> modernised(List<Message> messages) {
		List<Message> result = new ArrayList<>(messages.size());
		Map<String, String> ids = new HashMap<>();
		for (Message message : messages) {
			if (message.role().equals("function") && message.toolCallId() == null && message.name() != null) {
				String id = ids.getOrDefault(message.name(), message.name());
				result.add(new Message("tool", message.content(), message.parts(), null, List.of(), List.of(), id,
						message.name(), message.extra()));
			}
			else if (message.extra().get(OLD_CALL) instanceof Map<?, ?> call && message.toolCalls().isEmpty()) {
				String name = Values.text(call.get("name"), "");
				String id = "call_" + result.size();
				ids.put(name, id);
				result.add(calling(message,
						new ToolCall(null, id, "function", name, Values.text(call.get("arguments"), ""), Map.of())));
			}
			else {
				result.add(message);
			}
		}
		return result;
	}

	private static Message calling(Message message, ToolCall call) {
		Map<String, @Nullable Object> extra = new LinkedHashMap<>(message.extra());
		extra.remove(OLD_CALL);
		return new Message(message.role(), message.content(), message.parts(), message.reasoningContent(),
				message.thinkingBlocks(), List.of(call), null, message.name(), extra);
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
