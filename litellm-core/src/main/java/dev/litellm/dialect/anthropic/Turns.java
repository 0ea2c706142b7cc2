package dev.litellm.dialect.anthropic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.chat.ThinkingBlock;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.ToolCalls;
import dev.litellm.dialect.ToolNames;
import dev.litellm.json.Members;
import dev.litellm.json.Values;

/**
 * A conversation as Anthropic takes it: system blocks, then turns of user and assistant
 * in which what stands together is one turn.
 */
final class Turns {

	/** Where a message keeps the blocks that OpenAI's shape has no room for. */
	static final String OWN_BLOCKS = "anthropic_content";

	private static final String FIELDS = "provider_specific_fields";

	/** What the id of a call begins with that the provider has run itself. */
	private static final String SERVER_CALL = "srvtoolu_";

	private static final String EMPTY = "(empty message)";

	private static final String NOTE = "[system message within the conversation]";

	private final Target target;

	private final Blocks blocks;

	private final ToolNames names;

	private final boolean midSystem;

	private final List<Map<String, @Nullable Object>> system = new ArrayList<>(1);

	private final List<Map<String, @Nullable Object>> turns = new ArrayList<>();

	/** The ids of calls; most conversations have none. */
	private Set<String> toolIds = Set.of();

	/** The last turn's blocks; a user's tool results stand first among them. */
	private List<Map<String, @Nullable Object>> open = new ArrayList<>(0);

	private int results;

	private String role = "";

	private boolean usesTools;

	Turns(Target target, Blocks blocks, ToolNames names, boolean midSystem) {
		this.target = target;
		this.blocks = blocks;
		this.names = names;
		this.midSystem = midSystem;
	}

	void add(List<Message> messages) {
		for (Message message : messages) {
			switch (message.role()) {
				case "system", "developer" -> addSystem(message);
				case "assistant" -> addAssistant(message);
				case "tool", "function" -> addResult(message);
				default -> addUser(message);
			}
		}
		if (this.turns.isEmpty()) {
			throw Blocks.refused("'messages' holds system messages only: add at least one user message");
		}
		trimLast();
	}

	List<Map<String, @Nullable Object>> system() {
		return this.system;
	}

	List<Map<String, @Nullable Object>> turns() {
		return this.turns;
	}

	boolean usesTools() {
		return this.usesTools;
	}

	private void turn(String role) {
		if (this.role.equals(role)) {
			return;
		}
		this.role = role;
		this.open = new ArrayList<>(2);
		this.results = 0;
		Map<String, @Nullable Object> turn = new Members();
		turn.put("role", role);
		turn.put("content", this.open);
		this.turns.add(turn);
	}

	private void addSystem(Message message) {
		List<Map<String, @Nullable Object>> content = content(message, false);
		if (this.turns.isEmpty()) {
			this.system.addAll(content);
		}
		else if (!content.isEmpty() && this.midSystem) {
			turn("system");
			this.open.addAll(content);
		}
		else if (!content.isEmpty()) {
			turn("user");
			this.open.add(Blocks.text(NOTE));
			this.open.addAll(content);
		}
	}

	private void addUser(Message message) {
		List<Map<String, @Nullable Object>> content = content(message, false);
		turn("user");
		if (content.isEmpty()) {
			this.target.note("an empty user message went out as '" + EMPTY + "': Anthropic takes no empty text");
			content.add(Blocks.text(EMPTY));
			Blocks.mark(content, message.extra().get(Blocks.CACHE_CONTROL));
		}
		this.open.addAll(content);
	}

	private void addAssistant(Message message) {
		List<Map<String, @Nullable Object>> content = ownBlocks(message);
		if (content.isEmpty()) {
			message.thinkingBlocks().stream().filter(Turns::isSigned).forEach((block) -> content.add(thinking(block)));
			content.addAll(content(message, true));
		}
		message.toolCalls().forEach((call) -> addCall(call, message, content));
		if (!content.isEmpty()) {
			turn("assistant");
			this.open.addAll(content);
		}
	}

	private List<Map<String, @Nullable Object>> ownBlocks(Message message) {
		List<Map<String, @Nullable Object>> blocks = new ArrayList<>(2);
		for (Object item : Values.items(Values.fields(message.extra().get(FIELDS)).get(OWN_BLOCKS))) {
			Map<String, @Nullable Object> block = Values.copy(Values.fields(item));
			if ("tool_use".equals(block.get("type")) && isNew(String.valueOf(block.get("id")))) {
				this.usesTools = true;
			}
			blocks.add(block);
		}
		return blocks;
	}

	private boolean isNew(String id) {
		this.toolIds = this.toolIds.isEmpty() ? new HashSet<>() : this.toolIds;
		return this.toolIds.add(id);
	}

	private static boolean isSigned(ThinkingBlock block) {
		return block.signature() != null || block.type().equals("redacted_thinking");
	}

	private static Map<String, @Nullable Object> thinking(ThinkingBlock block) {
		Map<String, @Nullable Object> result = new Members();
		result.put("type", block.type());
		if (block.type().equals("thinking")) {
			result.put("thinking", (block.thinking() != null) ? block.thinking() : "");
			result.put("signature", block.signature());
		}
		result.putAll(block.extra());
		return result;
	}

	private void addCall(ToolCall call, Message message, List<Map<String, @Nullable Object>> content) {
		String id = ToolNames.sanitize((call.id() != null) ? call.id() : "");
		if (!isNew(id)) {
			return;
		}
		boolean server = id.startsWith(SERVER_CALL);
		this.usesTools |= !server;
		Map<String, @Nullable Object> block = Blocks.block(server ? "server_tool_use" : "tool_use", "id", id);
		block.put("name", this.names.wire((call.name() != null) ? call.name() : ""));
		block.put("input", ToolCalls.arguments(call));
		Blocks.mark(List.of(block), call.extra().get(Blocks.CACHE_CONTROL));
		content.add(block);
		if (server) {
			addServerResults(id, message, content);
		}
	}

	@SuppressWarnings("unchecked")
	private static void addServerResults(String id, Message message, List<Map<String, @Nullable Object>> content) {
		Map<?, ?> fields = Values.fields(message.extra().get(FIELDS));
		for (String name : List.of("web_search_results", "tool_results")) {
			for (Object result : Values.items(fields.get(name))) {
				if (result instanceof Map<?, ?> block && id.equals(block.get("tool_use_id"))) {
					content.add((Map<String, @Nullable Object>) block);
				}
			}
		}
	}

	private void addResult(Message message) {
		turn("user");
		String id = (message.toolCallId() != null) ? message.toolCallId() : message.name();
		Map<String, @Nullable Object> block = Blocks.block("tool_result", "tool_use_id",
				ToolNames.sanitize((id != null) ? id : ""));
		block.put("content", message.parts().isEmpty() ? message.text() : content(message, false));
		if (message.extra().get("is_error") instanceof Boolean error) {
			block.put("is_error", error);
		}
		Blocks.mark(List.of(block), message.extra().get(Blocks.CACHE_CONTROL));
		this.usesTools = true;
		this.open.add(this.results++, block);
	}

	private List<Map<String, @Nullable Object>> content(Message message, boolean assistant) {
		List<Map<String, @Nullable Object>> content = new ArrayList<>(2);
		if (message.content() != null && !message.content().isBlank()) {
			content.add(Blocks.text(message.content()));
		}
		for (ContentPart part : message.parts()) {
			if (part instanceof ContentPart.Text text && text.text().isBlank()) {
				continue;
			}
			Map<String, @Nullable Object> block = this.blocks.of(part);
			if (block != null) {
				content.add(block);
			}
		}
		if (!message.role().equals("tool")) {
			Blocks.mark(content, message.extra().get(Blocks.CACHE_CONTROL));
		}
		return content;
	}

	/** Anthropic takes no final assistant text that ends in a blank. */
	private void trimLast() {
		if (!this.role.equals("assistant")) {
			return;
		}
		Map<String, @Nullable Object> last = this.open.get(this.open.size() - 1);
		if (last.get("text") instanceof String text) {
			last.put("text", text.stripTrailing());
		}
	}

}
