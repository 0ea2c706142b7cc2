package dev.litellm.test;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An assistant's answer, in one piece or as a stream, whichever the request asks for.
 *
 * @param content the text, in the pieces of a stream
 * @param reasoning the reasoning, in the pieces of a stream
 * @param toolCalls the tool calls
 * @param facts what it says about itself
 * @param flaw what goes wrong in its stream
 */
record ChatBody(List<String> content, List<String> reasoning, List<ToolCall> toolCalls, ChatFacts facts,
		Flaw flaw) implements Body {

	static ChatBody of(List<String> content) {
		return new ChatBody(List.copyOf(content), List.of(), List.of(), ChatFacts.DEFAULT, Flaw.NONE);
	}

	/**
	 * Cuts a text before its blanks, as tokens mostly are.
	 */
	static List<String> words(String text) {
		return text.isEmpty() ? List.of() : List.of(text.split("(?<=\\S)(?=\\s)"));
	}

	ChatBody withReasoning(String reasoning) {
		return new ChatBody(this.content, words(reasoning), this.toolCalls, this.facts, this.flaw);
	}

	ChatBody withToolCall(String name, String arguments) {
		List<ToolCall> toolCalls = new ArrayList<>(this.toolCalls);
		toolCalls.add(new ToolCall(toolCalls.size(), name, arguments));
		return new ChatBody(this.content, this.reasoning, List.copyOf(toolCalls), this.facts, this.flaw);
	}

	ChatBody withFacts(ChatFacts facts) {
		return new ChatBody(this.content, this.reasoning, this.toolCalls, facts, this.flaw);
	}

	ChatBody withFlaw(Flaw flaw) {
		return new ChatBody(this.content, this.reasoning, this.toolCalls, this.facts, flaw);
	}

	@Override
	public Payload render(RecordedRequest request, Shape shape) {
		if (shape.stream()) {
			return Payload.events(new ChatStream(this, shape).pieces());
		}
		return Payload.json(200, shape.legacy() ? legacy(shape) : whole(shape));
	}

	private ObjectNode whole(Shape shape) {
		ObjectNode root = this.facts.json("chat.completion", shape);
		ObjectNode choice = choice(root);
		ObjectNode message = choice.putObject("message").put("role", "assistant").put("content", text());
		message.putNull("refusal");
		if (!this.reasoning.isEmpty()) {
			message.put("reasoning_content", String.join("", this.reasoning));
		}
		if (!this.toolCalls.isEmpty()) {
			ArrayNode calls = message.putArray("tool_calls");
			this.toolCalls.forEach((call) -> calls.add(call.json()));
		}
		return end(root, choice, shape);
	}

	private ObjectNode legacy(Shape shape) {
		ObjectNode root = this.facts.json("text_completion", shape);
		return end(root, choice(root).put("text", String.join("", this.content)), shape);
	}

	private ObjectNode choice(ObjectNode root) {
		return root.putArray("choices").addObject().put("index", 0);
	}

	private ObjectNode end(ObjectNode root, ObjectNode choice, Shape shape) {
		choice.putNull("logprobs");
		choice.put("finish_reason", finishReason());
		root.set("usage", usage(shape));
		return root;
	}

	private @Nullable String text() {
		return (this.content.isEmpty() && !this.toolCalls.isEmpty()) ? null : String.join("", this.content);
	}

	String finishReason() {
		if (this.facts.finishReason() != null) {
			return this.facts.finishReason();
		}
		return this.toolCalls.isEmpty() ? "stop" : "tool_calls";
	}

	ObjectNode usage(Shape shape) {
		int pieces = this.content.size() + this.reasoning.size();
		for (ToolCall call : this.toolCalls) {
			pieces += call.deltas().size();
		}
		return this.facts.usage(shape, pieces);
	}

	/**
	 * What goes wrong in a stream.
	 *
	 * @param errorAfter the number of pieces after which an error event ends it, or -1
	 * @param status the HTTP status that the error event speaks of
	 * @param done whether the stream ends with {@code [DONE]}
	 */
	record Flaw(int errorAfter, int status, boolean done) {

		static final Flaw NONE = new Flaw(-1, 0, true);

	}

}
