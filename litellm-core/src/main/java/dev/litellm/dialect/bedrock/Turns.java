package dev.litellm.dialect.bedrock;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.ToolNames;
import dev.litellm.json.Members;
import dev.litellm.json.Values;

/**
 * A conversation as Bedrock takes it: system blocks, then turns of user and assistant in
 * which what stands together is one turn.
 */
final class Turns {

	private static final String NOTE = "[system message within the conversation]";

	private final Target target;

	private final Marks marks;

	private final ToolNames names;

	private final boolean tools;

	private final Thoughts thoughts;

	private final List<Map<String, @Nullable Object>> system = new ArrayList<>(1);

	private final List<Map<String, @Nullable Object>> turns = new ArrayList<>();

	/** The ids of calls and of results; most conversations have none. */
	private Set<String> calls = Set.of();

	private Set<String> results = Set.of();

	private List<Map<String, @Nullable Object>> open = new ArrayList<>(0);

	/** Made for the first part; most conversations are mere text. */
	private @Nullable Blocks blocks;

	private String role = "";

	private boolean told;

	/**
	 * Create the turns.
	 * @param target takes notes
	 * @param marks makes cache points
	 * @param names the names of tools
	 * @param tools whether the request offers tools, without which the API takes neither
	 * calls nor results
	 * @param thinks whether the model takes thoughts back
	 */
	Turns(Target target, Marks marks, ToolNames names, boolean tools, boolean thinks) {
		this.target = target;
		this.marks = marks;
		this.names = names;
		this.tools = tools;
		this.thoughts = new Thoughts(target, thinks);
	}

	void add(List<Message> messages) {
		for (int i = 0; i < messages.size(); i++) {
			Message message = messages.get(i);
			Object mark = this.marks.of(message.extra().get(Marks.CACHE_CONTROL), message.role(), i, messages.size());
			switch (message.role()) {
				case "system", "developer" -> addSystem(message, mark);
				case "assistant" -> addAssistant(message, mark);
				case "tool", "function" -> addResult(message, mark);
				default -> addUser(content(message, mark));
			}
		}
		if (this.turns.isEmpty()) {
			throw Refusal.of("'messages' holds system messages or empty ones only: add at least one user message");
		}
		this.turns.forEach(Documents::explain);
	}

	List<Map<String, @Nullable Object>> system() {
		return this.system;
	}

	List<Map<String, @Nullable Object>> turns() {
		return this.turns;
	}

	private void turn(String role) {
		if (this.role.equals(role)) {
			return;
		}
		this.role = role;
		this.open = new ArrayList<>(2);
		Map<String, @Nullable Object> turn = new Members();
		turn.put("role", role);
		turn.put("content", this.open);
		this.turns.add(turn);
	}

	private void addSystem(Message message, @Nullable Object mark) {
		List<Map<String, @Nullable Object>> content = content(message, mark);
		if (this.turns.isEmpty()) {
			this.system.addAll(content);
		}
		else if (!content.isEmpty()) {
			content.add(0, Blocks.text(NOTE));
			addUser(content);
		}
	}

	private void addUser(List<Map<String, @Nullable Object>> content) {
		if (content.isEmpty()) {
			this.target.note("an empty message was left out: Bedrock takes no empty text");
			return;
		}
		turn("user");
		this.open.addAll(content);
	}

	private void addAssistant(Message message, @Nullable Object mark) {
		List<Map<String, @Nullable Object>> content = new ArrayList<>(2);
		message.thinkingBlocks().forEach((block) -> this.thoughts.add(block, content));
		content.addAll(content(message, null));
		message.toolCalls().forEach((call) -> addCall(call, content));
		this.marks.after(content, mark);
		if (!content.isEmpty()) {
			turn("assistant");
			this.open.addAll(content);
		}
	}

	private void addCall(ToolCall call, List<Map<String, @Nullable Object>> content) {
		String id = Documents.callId((call.id() != null) ? call.id() : "");
		this.calls = growing(this.calls);
		if (!this.calls.add(id)) {
			return;
		}
		String name = (call.name() != null) ? call.name() : "";
		if (!this.tools) {
			tell();
			content.add(Blocks.text("[tool call " + id + ": " + name + "(" + call.arguments() + ")]"));
			return;
		}
		List<Map<?, ?>> inputs = Arguments.read(call.arguments());
		if (inputs.isEmpty()) {
			this.target
				.note("the arguments of the call of tool '" + name + "' went out as {}: they are no JSON object");
			inputs = List.of(Map.of());
		}
		for (int i = 0; i < inputs.size(); i++) {
			Map<String, @Nullable Object> use = new Members();
			use.put("toolUseId", (i == 0) ? id : id + "_" + i);
			use.put("name", this.names.wire(name));
			use.put("input", inputs.get(i));
			content.add(Values.object("toolUse", use));
		}
		this.marks.after(content, call.extra().get(Marks.CACHE_CONTROL));
	}

	private void addResult(Message message, @Nullable Object mark) {
		String given = (message.toolCallId() != null) ? message.toolCallId() : message.name();
		String id = Documents.callId((given != null) ? given : "");
		this.results = growing(this.results);
		if (!this.results.add(id)) {
			return;
		}
		List<Map<String, @Nullable Object>> content = new ArrayList<>(2);
		if (!this.tools) {
			tell();
			content.add(Blocks.text("[tool result for " + id + ": " + message.text() + "]"));
		}
		else {
			content.add(Values.object("toolResult", result(message, id)));
		}
		this.marks.after(content, mark);
		turn("user");
		int place = 0;
		while (this.tools && place < this.open.size() && !isSaid(this.open.get(place))) {
			place++;
		}
		this.open.addAll(this.tools ? place : this.open.size(), content);
	}

	private static Set<String> growing(Set<String> ids) {
		return ids.isEmpty() ? new HashSet<>() : ids;
	}

	/** Results stand first in their turn, each before its cache point. */
	private static boolean isSaid(Map<String, @Nullable Object> block) {
		return !block.containsKey("toolResult") && !block.containsKey("cachePoint");
	}

	private Map<String, @Nullable Object> result(Message message, String id) {
		List<Map<String, @Nullable Object>> content = content(message, null);
		Map<String, @Nullable Object> result = new Members();
		if (content.isEmpty()) {
			content.add(Blocks.text(message.text()));
		}
		result.put("content", content);
		result.put("toolUseId", id);
		if (Boolean.TRUE.equals(message.extra().get("is_error"))) {
			result.put("status", "error");
		}
		else if (content.stream().anyMatch((block) -> block.containsKey("searchResult"))) {
			result.put("status", "success");
		}
		return result;
	}

	private void tell() {
		if (!this.told) {
			this.told = true;
			this.target.note("calls of tools went out as text: without 'tools' Bedrock takes none");
		}
	}

	private List<Map<String, @Nullable Object>> content(Message message, @Nullable Object mark) {
		List<Map<String, @Nullable Object>> content = new ArrayList<>(2);
		if (message.content() != null && !message.content().isBlank()) {
			content.add(Blocks.text(message.content()));
		}
		for (ContentPart part : message.parts()) {
			if (Thoughts.isOne(part)) {
				this.thoughts.add(part, content);
				continue;
			}
			Map<String, @Nullable Object> block = blocks().of(part);
			if (block != null) {
				content.add(block);
				this.marks.after(content, part.extra().get(Marks.CACHE_CONTROL));
			}
		}
		this.marks.after(content, mark);
		return content;
	}

	private Blocks blocks() {
		Blocks made = (this.blocks != null) ? this.blocks : new Blocks(this.target);
		this.blocks = made;
		return made;
	}

}
