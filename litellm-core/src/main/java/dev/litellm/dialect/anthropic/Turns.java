package dev.litellm.dialect.anthropic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import tools.jackson.core.JsonGenerator;

import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.ToolNames;
import dev.litellm.json.Json;
import dev.litellm.json.Members;

/**
 * A conversation as Anthropic takes it: system blocks, then turns of user and assistant
 * in which what stands together is one turn.
 */
final class Turns {

	private static final String EMPTY = "(empty message)";

	private static final String NOTE = "[system message within the conversation]";

	private final Target target;

	private final Blocks blocks;

	private final EarlierAnswers earlier;

	private final boolean midSystem;

	private List<Object> system = List.of();

	private final List<Turn> turns = new ArrayList<>(2);

	/** The last turn's blocks; a user's tool results stand first among them. */
	private List<Object> open = List.of();

	private int results;

	private String role = "";

	private boolean hasResults;

	Turns(Target target, Blocks blocks, ToolNames names, boolean midSystem) {
		this.target = target;
		this.blocks = blocks;
		this.earlier = new EarlierAnswers(names);
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

	List<?> system() {
		return this.system;
	}

	List<?> turns() {
		return this.turns;
	}

	boolean usesTools() {
		return this.hasResults || this.earlier.useTools();
	}

	private void add(String role, List<Object> content) {
		if (this.role.equals(role)) {
			this.open.addAll(content);
			return;
		}
		this.role = role;
		this.open = content;
		this.results = 0;
		this.turns.add(new Turn(role, content));
	}

	private void addSystem(Message message) {
		List<Object> content = content(message);
		if (this.system.isEmpty() && this.turns.isEmpty()) {
			this.system = content;
		}
		else if (this.turns.isEmpty()) {
			this.system.addAll(content);
		}
		else if (!content.isEmpty() && this.midSystem) {
			add("system", content);
		}
		else if (!content.isEmpty()) {
			content.add(0, Block.text(NOTE));
			add("user", content);
		}
	}

	private void addUser(Message message) {
		List<Object> content = content(message);
		if (content.isEmpty()) {
			this.target.note("an empty user message went out as '" + EMPTY + "': Anthropic takes no empty text");
			content.add(Block.text(EMPTY).marked(message.extra()));
		}
		add("user", content);
	}

	private void addAssistant(Message message) {
		List<Object> content = this.earlier.kept(message);
		if (content.isEmpty()) {
			EarlierAnswers.addThoughts(message, content);
			addContent(message, content);
		}
		this.earlier.addCalls(message, content);
		if (!content.isEmpty()) {
			add("assistant", content);
		}
	}

	private void addResult(Message message) {
		String given = (message.toolCallId() != null) ? message.toolCallId() : message.name();
		String id = ToolNames.sanitize((given != null) ? given : "");
		Object result = message.parts().isEmpty() ? message.text() : content(message);
		Object error = message.extra().get("is_error");
		this.hasResults = true;
		add("user", new ArrayList<>(2));
		this.open.add(this.results++, Block.of("tool_result", (generator) -> {
			generator.writeStringProperty("tool_use_id", id);
			Json.write(generator, "content", result);
			if (error instanceof Boolean) {
				Json.write(generator, "is_error", error);
			}
		}).marked(message.extra()));
	}

	private List<Object> content(Message message) {
		List<Object> content = new ArrayList<>(2);
		addContent(message, content);
		return content;
	}

	private void addContent(Message message, List<Object> content) {
		Block last = null;
		if (message.content() != null && !message.content().isBlank()) {
			last = Block.text(message.content());
			content.add(last);
		}
		for (ContentPart part : message.parts()) {
			Block block = (part instanceof ContentPart.Text text && text.text().isBlank()) ? null
					: this.blocks.of(part);
			if (block != null) {
				last = block;
				content.add(block);
			}
		}
		if (last != null && !message.role().equals("tool")) {
			content.set(content.size() - 1, last.marked(message.extra()));
		}
	}

	/** Anthropic takes no final assistant text that ends in a blank. */
	private void trimLast() {
		if (this.role.equals("assistant")) {
			int last = this.open.size() - 1;
			this.open.set(last, trimmed(this.open.get(last)));
		}
	}

	private static Object trimmed(Object block) {
		if (block instanceof Map<?, ?> kept && kept.get("text") instanceof String text) {
			return new Members(kept).add("text", text.stripTrailing());
		}
		return (block instanceof Block made) ? made.trimmed() : block;
	}

	/**
	 * What one side says, until the other does.
	 *
	 * @param role whose turn it is
	 * @param content blocks, which write themselves, or were kept as JSON
	 */
	private record Turn(String role, List<Object> content) implements Json.Writable {

		@Override
		public void writeTo(JsonGenerator generator) {
			generator.writeStartObject();
			generator.writeStringProperty("role", this.role);
			Json.write(generator, "content", this.content);
			generator.writeEndObject();
		}

	}

}
