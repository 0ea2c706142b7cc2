package dev.litellm.test;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A {@link ChatBody} as server-sent events: one piece per piece of its content, the role
 * being told with the first, and one more for the finish reason, usage and
 * {@code [DONE]}.
 */
final class ChatStream {

	private static final byte[] DONE = Payload.utf8("data: [DONE]\n\n");

	private final ChatBody body;

	private final Shape shape;

	ChatStream(ChatBody body, Shape shape) {
		this.body = body;
		this.shape = shape;
	}

	List<byte[]> pieces() {
		List<byte[]> deltas = this.shape.legacy() ? texts() : deltas();
		int errorAfter = this.body.flaw().errorAfter();
		if (errorAfter >= 0) {
			List<byte[]> pieces = new ArrayList<>(deltas.subList(0, Math.min(errorAfter, deltas.size())));
			pieces.add(Json.event(OpenAiError.of(this.body.flaw().status(), this.shape.model()).json()));
			return pieces;
		}
		List<byte[]> pieces = new ArrayList<>(deltas);
		pieces.add(end());
		return pieces;
	}

	private List<byte[]> texts() {
		return this.body.content().stream().map((text) -> event(Json.object().put("text", text), null)).toList();
	}

	private List<byte[]> deltas() {
		List<byte[]> deltas = new ArrayList<>();
		this.body.reasoning().forEach((text) -> deltas.add(delta(Json.object().put("reasoning_content", text))));
		this.body.content().forEach((text) -> deltas.add(delta(Json.object().put("content", text))));
		for (ToolCall call : this.body.toolCalls()) {
			for (ObjectNode part : call.deltas()) {
				ObjectNode delta = Json.object();
				delta.putArray("tool_calls").add(part);
				deltas.add(delta(delta));
			}
		}
		byte[] role = delta(Json.object().put("role", "assistant").put("content", ""));
		if (deltas.isEmpty()) {
			return List.of(role);
		}
		deltas.set(0, Framing.join(List.of(role, deltas.get(0))));
		return deltas;
	}

	private byte[] end() {
		List<byte[]> events = new ArrayList<>();
		ObjectNode nothing = this.shape.legacy() ? Json.object().put("text", "") : Json.object();
		events.add(this.shape.legacy() ? event(nothing, this.body.finishReason())
				: event(Json.object().set("delta", nothing), this.body.finishReason()));
		if (this.shape.usage()) {
			ObjectNode usage = root();
			usage.putArray("choices");
			usage.set("usage", this.body.usage(this.shape));
			events.add(Json.event(usage));
		}
		if (this.body.flaw().done()) {
			events.add(DONE);
		}
		return Framing.join(events);
	}

	private byte[] delta(JsonNode delta) {
		return event(Json.object().set("delta", delta), null);
	}

	private byte[] event(ObjectNode content, @Nullable String finishReason) {
		ObjectNode root = root();
		ObjectNode choice = root.putArray("choices").addObject().put("index", 0).setAll(content);
		choice.putNull("logprobs");
		choice.put("finish_reason", finishReason);
		if (this.shape.usage()) {
			root.putNull("usage");
		}
		return Json.event(root);
	}

	private ObjectNode root() {
		String object = this.shape.legacy() ? "text_completion" : "chat.completion.chunk";
		return this.body.facts().json(object, this.shape);
	}

}
