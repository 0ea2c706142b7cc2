package dev.litellm.test;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a chat answer says about itself.
 *
 * @param id its id
 * @param model the model that answered, or {@code null} for the one that was asked
 * @param finishReason why it ended, or {@code null} for {@code stop} or
 * {@code tool_calls}
 * @param promptTokens the tokens of the prompt, or {@code null} for an estimate
 * @param completionTokens the tokens of the answer, or {@code null} to count its pieces
 */
record ChatFacts(String id, @Nullable String model, @Nullable String finishReason, @Nullable Integer promptTokens,
		@Nullable Integer completionTokens) {

	static final ChatFacts DEFAULT = new ChatFacts("chatcmpl-scripted", null, null, null, null);

	private static final long CREATED = 1_735_689_600;

	ChatFacts withId(String id) {
		return new ChatFacts(id, this.model, this.finishReason, this.promptTokens, this.completionTokens);
	}

	ChatFacts withModel(String model) {
		return new ChatFacts(this.id, model, this.finishReason, this.promptTokens, this.completionTokens);
	}

	ChatFacts withFinishReason(String finishReason) {
		return new ChatFacts(this.id, this.model, finishReason, this.promptTokens, this.completionTokens);
	}

	ChatFacts withUsage(int promptTokens, int completionTokens) {
		return new ChatFacts(this.id, this.model, this.finishReason, promptTokens, completionTokens);
	}

	ObjectNode json(String object, Shape shape) {
		return Json.object()
			.put("id", this.id)
			.put("object", object)
			.put("created", CREATED)
			.put("model", (this.model != null) ? this.model : shape.model());
	}

	ObjectNode usage(Shape shape, int pieces) {
		int prompt = (this.promptTokens != null) ? this.promptTokens : shape.promptTokens();
		int completion = (this.completionTokens != null) ? this.completionTokens : pieces;
		return Json.object()
			.put("prompt_tokens", prompt)
			.put("completion_tokens", completion)
			.put("total_tokens", prompt + completion);
	}

}
