package dev.litellm.dialect.anthropic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.Message;
import dev.litellm.chat.ThinkingBlock;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.ToolCalls;
import dev.litellm.dialect.ToolNames;
import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.Values;

/**
 * The content blocks of earlier answers: those that were kept, thoughts, and calls of
 * tools, each of which stands there once. Not thread-safe.
 */
final class EarlierAnswers {

	/** Where a message keeps the blocks that OpenAI's shape has no room for. */
	static final String OWN_BLOCKS = "anthropic_content";

	private static final Set<String> THOUGHTS = Set.of("thinking", "redacted_thinking");

	private static final String FIELDS = "provider_specific_fields";

	/** What the id of a call begins with that the provider has run itself. */
	private static final String SERVER_CALL = "srvtoolu_";

	private final ToolNames names;

	/** The ids of calls; most conversations have none. */
	private Set<String> toolIds = Set.of();

	private boolean useTools;

	EarlierAnswers(ToolNames names) {
		this.names = names;
	}

	/**
	 * Return whether a tool of the caller's was called.
	 */
	boolean useTools() {
		return this.useTools;
	}

	/**
	 * Return the blocks of an answer that were kept, as they came, with the message's
	 * mark on the last that takes one.
	 * @param message the answer
	 * @return its blocks, or none where they were not kept
	 */
	List<Object> kept(Message message) {
		List<Object> blocks = new ArrayList<>(2);
		for (Object item : Values.items(Values.fields(message.extra().get(FIELDS)).get(OWN_BLOCKS))) {
			Map<?, ?> block = Values.fields(item);
			if ("tool_use".equals(block.get("type")) && isNew(String.valueOf(block.get("id")))) {
				this.useTools = true;
			}
			blocks.add(block);
		}
		mark(blocks, message.extra().get(Block.CACHE_CONTROL));
		return blocks;
	}

	/** Thoughts take no mark, so what stands before them gets it. */
	private static void mark(List<Object> blocks, @Nullable Object mark) {
		for (int i = blocks.size() - 1; mark != null && i >= 0; i--) {
			Map<?, ?> block = Values.fields(blocks.get(i));
			if (!THOUGHTS.contains(String.valueOf(block.get("type")))) {
				Members marked = new Members(block);
				marked.putIfAbsent(Block.CACHE_CONTROL, mark);
				blocks.set(i, marked);
				return;
			}
		}
	}

	/**
	 * Add what the model has thought, as far as it is signed.
	 * @param message the answer
	 * @param content its blocks
	 */
	static void addThoughts(Message message, List<Object> content) {
		for (ThinkingBlock block : message.thinkingBlocks()) {
			if (isSigned(block)) {
				content.add(thinking(block));
			}
		}
	}

	private static boolean isSigned(ThinkingBlock block) {
		return block.signature() != null || block.type().equals("redacted_thinking");
	}

	private static Block thinking(ThinkingBlock block) {
		return Block.of(block.type(), (generator) -> {
			if (block.type().equals("thinking")) {
				Json.write(generator, "thinking", (block.thinking() != null) ? block.thinking() : "");
				Json.write(generator, "signature", block.signature());
			}
			block.extra().forEach((name, value) -> Json.write(generator, name, value));
		});
	}

	/**
	 * Add the calls that are not among the blocks yet.
	 * @param message the answer
	 * @param content its blocks
	 */
	void addCalls(Message message, List<Object> content) {
		for (ToolCall call : message.toolCalls()) {
			String id = ToolNames.sanitize((call.id() != null) ? call.id() : "");
			if (isNew(id)) {
				boolean server = id.startsWith(SERVER_CALL);
				content.add(use(server ? "server_tool_use" : "tool_use", id, call));
				this.useTools |= !server;
				if (server) {
					addServerResults(id, message, content);
				}
			}
		}
	}

	private boolean isNew(String id) {
		this.toolIds = this.toolIds.isEmpty() ? new HashSet<>() : this.toolIds;
		return this.toolIds.add(id);
	}

	private Block use(String type, String id, ToolCall call) {
		String name = this.names.wire((call.name() != null) ? call.name() : "");
		Json.Writable input = ToolCalls.input(call);
		return Block.of(type, (generator) -> {
			generator.writeStringProperty("id", id);
			generator.writeStringProperty("name", name);
			Json.write(generator, "input", input);
		}).marked(call.extra());
	}

	private static void addServerResults(String id, Message message, List<Object> content) {
		Map<?, ?> fields = Values.fields(message.extra().get(FIELDS));
		for (String name : List.of("web_search_results", "tool_results")) {
			for (Object result : Values.items(fields.get(name))) {
				if (result instanceof Map<?, ?> block && id.equals(block.get("tool_use_id"))) {
					content.add(block);
				}
			}
		}
	}

}
