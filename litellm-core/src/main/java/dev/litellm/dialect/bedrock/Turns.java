package dev.litellm.dialect.bedrock;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.chat.ThinkingBlock;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.Target;

/**
 * A conversation as Bedrock takes it: system blocks, then turns of user and assistant in
 * which what stands together is one turn.
 */
final class Turns {

	private static final String NOTE = "[system message within the conversation]";

	private final Target target;

	private final Marks marks;

	private final Calls calls;

	private final Thoughts thoughts;

	private List<Union> system = List.of();

	private final List<Turn> turns = new ArrayList<>(1);

	/** Made for the first part; most conversations are mere text. */
	private @Nullable Blocks blocks;

	/**
	 * Create the turns.
	 * @param target takes notes
	 * @param marks makes cache points
	 * @param calls makes blocks of calls and results
	 * @param thinks whether the model takes thoughts back
	 */
	Turns(Target target, Marks marks, Calls calls, boolean thinks) {
		this.target = target;
		this.marks = marks;
		this.calls = calls;
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
		this.turns.forEach(Turn::explainDocuments);
	}

	List<Union> system() {
		return this.system;
	}

	List<Turn> turns() {
		return this.turns;
	}

	private void turn(String role, List<Union> content) {
		Turn last = last(role);
		if (last != null) {
			last.content().addAll(content);
		}
		else {
			this.turns.add(new Turn(role, content));
		}
	}

	private @Nullable Turn last(String role) {
		Turn last = this.turns.isEmpty() ? null : this.turns.get(this.turns.size() - 1);
		return (last != null && last.role().equals(role)) ? last : null;
	}

	private void addSystem(Message message, @Nullable Object mark) {
		List<Union> content = content(message, mark);
		if (this.turns.isEmpty() && this.system.isEmpty()) {
			this.system = content;
		}
		else if (this.turns.isEmpty()) {
			this.system.addAll(content);
		}
		else if (!content.isEmpty()) {
			content.add(0, Union.text(NOTE));
			addUser(content);
		}
	}

	private void addUser(List<Union> content) {
		if (content.isEmpty()) {
			this.target.note("an empty message was left out: Bedrock takes no empty text");
		}
		else {
			turn("user", content);
		}
	}

	private void addAssistant(Message message, @Nullable Object mark) {
		List<Union> content = new ArrayList<>(1);
		for (ThinkingBlock block : message.thinkingBlocks()) {
			this.thoughts.add(block, content);
		}
		addContent(message, content);
		for (ToolCall call : message.toolCalls()) {
			if (this.calls.add(call, content)) {
				this.marks.after(content, call.extra().get(Marks.CACHE_CONTROL));
			}
		}
		this.marks.after(content, mark);
		if (!content.isEmpty()) {
			turn("assistant", content);
		}
	}

	/** Results stand first in their turn, each before its cache point. */
	private void addResult(Message message, @Nullable Object mark) {
		String id = this.calls.answered(message);
		if (id == null) {
			return;
		}
		List<Union> content = new ArrayList<>(1);
		content.add(this.calls.taken() ? Calls.result(message, id, content(message, null))
				: this.calls.told("[tool result for " + id + ": " + message.text() + "]"));
		this.marks.after(content, mark);
		Turn last = this.calls.taken() ? last("user") : null;
		if (last == null) {
			turn("user", content);
			return;
		}
		int place = 0;
		while (place < last.content().size() && Calls.isResult(last.content().get(place))) {
			place++;
		}
		last.content().addAll(place, content);
	}

	private List<Union> content(Message message, @Nullable Object mark) {
		List<Union> content = new ArrayList<>(1);
		addContent(message, content);
		this.marks.after(content, mark);
		return content;
	}

	private void addContent(Message message, List<Union> content) {
		if (message.content() != null && !message.content().isBlank()) {
			content.add(Union.text(message.content()));
		}
		for (ContentPart part : message.parts()) {
			if (Thoughts.isOne(part)) {
				this.thoughts.add(part, content);
				continue;
			}
			Union block = blocks().of(part);
			if (block != null) {
				content.add(block);
				this.marks.after(content, part.extra().get(Marks.CACHE_CONTROL));
			}
		}
	}

	private Blocks blocks() {
		Blocks made = (this.blocks != null) ? this.blocks : new Blocks(this.target);
		this.blocks = made;
		return made;
	}

}
