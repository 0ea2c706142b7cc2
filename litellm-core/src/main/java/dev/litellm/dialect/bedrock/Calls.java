package dev.litellm.dialect.bedrock;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import dev.litellm.chat.Message;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.ToolNames;
import dev.litellm.json.Json;
import dev.litellm.json.Tokens;

/**
 * The calls of tools in a conversation, and their results, each once.
 */
final class Calls {

	private static final String RESULT = "toolResult";

	private final Target target;

	private final ToolNames names;

	private final boolean taken;

	/** The ids of calls and of results; most conversations have none. */
	private Set<String> calls = Set.of();

	private Set<String> results = Set.of();

	private boolean told;

	/**
	 * Create the calls.
	 * @param target takes notes
	 * @param names the names of tools
	 * @param taken whether the request offers tools, without which the API takes neither
	 * calls nor results
	 */
	Calls(Target target, ToolNames names, boolean taken) {
		this.target = target;
		this.names = names;
		this.taken = taken;
	}

	boolean taken() {
		return this.taken;
	}

	/**
	 * Add a call.
	 * @param call the call
	 * @param content where to
	 * @return whether it went there as a call
	 */
	boolean add(ToolCall call, List<Union> content) {
		String id = Documents.callId((call.id() != null) ? call.id() : "");
		this.calls = growing(this.calls);
		if (!this.calls.add(id)) {
			return false;
		}
		String name = (call.name() != null) ? call.name() : "";
		if (!this.taken) {
			content.add(told("[tool call " + id + ": " + name + "(" + call.arguments() + ")]"));
			return false;
		}
		List<String> inputs = Arguments.read(call.arguments());
		if (inputs.isEmpty()) {
			this.target
				.note("the arguments of the call of tool '" + name + "' went out as {}: they are no JSON object");
			inputs = Arguments.NONE;
		}
		for (int i = 0; i < inputs.size(); i++) {
			content
				.add(new Union("toolUse", new Use((i == 0) ? id : id + "_" + i, this.names.wire(name), inputs.get(i))));
		}
		return true;
	}

	/**
	 * Return the id of the call that a result is for.
	 * @param message the result
	 * @return the id, or null where the call has another result already
	 */
	@Nullable String answered(Message message) {
		String given = (message.toolCallId() != null) ? message.toolCallId() : message.name();
		String id = Documents.callId((given != null) ? given : "");
		this.results = growing(this.results);
		return this.results.add(id) ? id : null;
	}

	private static Set<String> growing(Set<String> ids) {
		return ids.isEmpty() ? new HashSet<>() : ids;
	}

	/**
	 * Tell a call or a result in words.
	 * @param text the words
	 * @return the block
	 */
	Union told(String text) {
		if (!this.told) {
			this.told = true;
			this.target.note("calls of tools went out as text: without 'tools' Bedrock takes none");
		}
		return Union.text(text);
	}

	static Union result(Message message, String id, List<Union> content) {
		String status = Boolean.TRUE.equals(message.extra().get("is_error")) ? "error"
				: Turn.holds(content, "searchResult") ? "success" : null;
		return new Union(RESULT,
				new Result(content.isEmpty() ? List.of(Union.text(message.text())) : content, id, status));
	}

	static boolean isResult(Union block) {
		return block.is(RESULT) || block.is(Marks.POINT);
	}

	/**
	 * A call.
	 *
	 * @param id its id
	 * @param name the tool's name
	 * @param input a JSON object
	 */
	private record Use(String id, String name, String input) implements Json.Writable {

		@Override
		public void writeTo(JsonGenerator generator) {
			generator.writeStartObject();
			generator.writeStringProperty("toolUseId", this.id);
			generator.writeStringProperty("name", this.name);
			generator.writeName("input");
			Tokens.write(generator, this.input);
			generator.writeEndObject();
		}

	}

	/**
	 * A result.
	 *
	 * @param content what the tool has given
	 * @param id the call's id
	 * @param status how it went, or null
	 */
	private record Result(List<Union> content, String id, @Nullable String status) implements Json.Writable {

		@Override
		public void writeTo(JsonGenerator generator) {
			generator.writeStartObject();
			Json.write(generator, "content", this.content);
			generator.writeStringProperty("toolUseId", this.id);
			Json.writeGiven(generator, "status", this.status);
			generator.writeEndObject();
		}

	}

}
