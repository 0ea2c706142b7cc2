package dev.litellm.dialect.gemini;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.ToolCalls;
import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.Values;

/**
 * Calls of functions within a conversation, with the signatures of the thoughts that led
 * to them, and their results.
 */
final class Calls {

	/**
	 * What stands between a call's id and the signature of its thought in conversations
	 * that LiteLLM has begun.
	 */
	private static final String SIGNATURE_MARK = "__thought__";

	static final String SIGNATURE = "thought_signature";

	static final String FIELDS = "provider_specific_fields";

	/** Google's own word for a call whose thought is not known. */
	private static final String UNKNOWN_THOUGHT = Base64.getEncoder()
		.encodeToString("skip_thought_signature_validator".getBytes(StandardCharsets.UTF_8));

	private final Parts parts;

	private final boolean withIds;

	private final boolean signed;

	/** The functions' names by the calls' ids; most conversations have none. */
	private Map<String, String> names = Map.of();

	Calls(Parts parts, boolean withIds, boolean signed) {
		this.parts = parts;
		this.withIds = withIds;
		this.signed = signed;
	}

	/**
	 * Return the calls of a message.
	 * @param message the assistant's message
	 * @return the parts
	 */
	List<Map<String, @Nullable Object>> of(Message message) {
		List<Map<String, @Nullable Object>> result = new ArrayList<>();
		boolean unsigned = message.toolCalls().stream().allMatch((call) -> signature(call) == null);
		for (ToolCall call : message.toolCalls()) {
			String signature = signature(call);
			if (signature == null && unsigned && this.signed && result.isEmpty()) {
				signature = UNKNOWN_THOUGHT;
			}
			result.add(call(call.id(), call.name(), call.arguments(), signature));
		}
		if (message.extra().get("function_call") instanceof Map<?, ?> call && message.toolCalls().isEmpty()) {
			result.add(call(null, Values.text(call.get("name")), Values.text(call.get("arguments")),
					this.signed ? UNKNOWN_THOUGHT : null));
		}
		return result;
	}

	private Map<String, @Nullable Object> call(@Nullable String id, @Nullable String name, @Nullable String arguments,
			@Nullable String signature) {
		Map<String, @Nullable Object> call = new Members();
		call.put("name", (name != null) ? name : "");
		call.put("args", ToolCalls.arguments(name, arguments));
		if (id != null) {
			this.names = this.names.isEmpty() ? new HashMap<>() : this.names;
			this.names.put(bare(id), (name != null) ? name : "");
			if (this.withIds) {
				call.put("id", bare(id));
			}
		}
		Map<String, @Nullable Object> part = Parts.part("function_call", call);
		if (signature != null) {
			part.put("thoughtSignature", signature);
		}
		return part;
	}

	private static String bare(String id) {
		int mark = id.indexOf(SIGNATURE_MARK);
		return (mark >= 0) ? id.substring(0, mark) : id;
	}

	/**
	 * Return the signature of the thought that led to a call.
	 * @param call the call
	 * @return the signature, or null where the call carries none
	 */
	static @Nullable String signature(ToolCall call) {
		for (String name : List.of(FIELDS, "function")) {
			Map<?, ?> fields = (call.extra().get(name) instanceof Map<?, ?> map) ? map : Map.of();
			fields = (fields.get(FIELDS) instanceof Map<?, ?> nested) ? nested : fields;
			if (fields.get(SIGNATURE) instanceof String signature) {
				return signature;
			}
		}
		String id = call.id();
		int mark = (id != null) ? id.indexOf(SIGNATURE_MARK) : -1;
		return (id != null && mark >= 0) ? id.substring(mark + SIGNATURE_MARK.length()) : null;
	}

	/**
	 * Return the result of a call.
	 * @param message the tool's message
	 * @return the part
	 */
	Map<String, @Nullable Object> result(Message message) {
		String id = (message.toolCallId() != null) ? bare(message.toolCallId()) : null;
		String name = (id != null) ? this.names.get(id) : null;
		if (name == null) {
			name = message.name();
		}
		if (name == null) {
			throw Parts.refused("the tool result for '" + id
					+ "' in 'messages' belongs to no call before it: send the assistant's message with that call first");
		}
		Map<String, @Nullable Object> response = new Members();
		response.put("name", name);
		response.put("response", response(message.text()));
		if (this.withIds && id != null) {
			response.put("id", id);
		}
		List<Object> media = new ArrayList<>();
		for (ContentPart part : message.parts()) {
			Map<String, @Nullable Object> wire = (part instanceof ContentPart.Text) ? null : this.parts.of(part);
			if (wire != null) {
				media.add(wire);
			}
		}
		if (!media.isEmpty()) {
			response.put("parts", media);
		}
		return Parts.part("function_response", response);
	}

	private static Object response(String text) {
		if (text.stripLeading().startsWith("{")) {
			try {
				if (Json.read(text) instanceof Map<?, ?> fields) {
					return fields;
				}
			}
			catch (JacksonException ex) {
				// it is plain text
			}
		}
		return Map.of("content", text);
	}

}
