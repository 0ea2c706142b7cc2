package dev.litellm.dialect.gemini;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.ToolCalls;
import dev.litellm.json.Json;
import dev.litellm.json.Tokens;
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
	 * Add the calls of a message.
	 * @param message the assistant's message
	 * @param out takes the parts
	 */
	void add(Message message, Consumer<Part> out) {
		List<ToolCall> calls = of(message);
		boolean unsigned = this.signed && calls.stream().allMatch((call) -> signature(call) == null);
		for (int i = 0; i < calls.size(); i++) {
			ToolCall call = calls.get(i);
			out.accept(part(call).signed((unsigned && i == 0) ? UNKNOWN_THOUGHT : signature(call)));
		}
	}

	private static List<ToolCall> of(Message message) {
		return (message.extra().get("function_call") instanceof Map<?, ?> call && message.toolCalls().isEmpty())
				? List.of(new ToolCall(null, null, "function", Values.text(call.get("name")),
						Values.text(call.get("arguments")), Map.of()))
				: message.toolCalls();
	}

	private Part part(ToolCall call) {
		String name = (call.name() != null) ? call.name() : "";
		String id = (call.id() != null) ? bare(call.id()) : null;
		if (id != null) {
			this.names = this.names.isEmpty() ? new HashMap<>() : this.names;
			this.names.put(id, name);
		}
		Json.Writable input = ToolCalls.input(call);
		return part("function_call", name, id, (generator) -> Json.write(generator, "args", input));
	}

	private Part part(String kind, String name, @Nullable String id, Consumer<JsonGenerator> members) {
		String sent = this.withIds ? id : null;
		return Part.of(kind, (generator) -> {
			generator.writeStartObject();
			generator.writeStringProperty("name", name);
			members.accept(generator);
			Json.writeGiven(generator, "id", sent);
			generator.writeEndObject();
		});
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
	Part result(Message message) {
		String id = (message.toolCallId() != null) ? bare(message.toolCallId()) : null;
		String name = (id != null) ? this.names.get(id) : null;
		if (name == null) {
			name = message.name();
		}
		if (name == null) {
			throw Parts.refused("the tool result for '" + id
					+ "' in 'messages' belongs to no call before it: send the assistant's message with that call first");
		}
		String text = message.text();
		boolean isObject = Tokens.isObject(text);
		List<Part> media = media(message);
		return part("function_response", name, id, (generator) -> {
			generator.writeName("response");
			if (isObject) {
				Tokens.write(generator, text);
			}
			else {
				Json.write(generator.writeStartObject(), "content", text);
				generator.writeEndObject();
			}
			if (!media.isEmpty()) {
				Json.write(generator, "parts", media);
			}
		});
	}

	private List<Part> media(Message message) {
		List<Part> media = new ArrayList<>(0);
		for (ContentPart part : message.parts()) {
			Part wire = (part instanceof ContentPart.Text) ? null : this.parts.of(part);
			if (wire != null) {
				media.add(wire);
			}
		}
		return media;
	}

}
