package dev.litellm.dialect.gemini;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

import dev.litellm.chat.Choice;
import dev.litellm.chat.FinishReason;
import dev.litellm.chat.Message;
import dev.litellm.chat.ToolCall;
import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.Tokens;

/**
 * One of the answers that Gemini gives, or what an event of a stream adds to it.
 */
final class Candidate {

	private final Pieces pieces = new Pieces();

	private int index = -1;

	private @Nullable String reason;

	private @Nullable Object message;

	private @Nullable Object logprobs;

	private @Nullable Object grounding;

	private @Nullable Object urls;

	private @Nullable Object safety;

	private @Nullable Object citations;

	private Candidate() {
	}

	/**
	 * Read a candidate.
	 * @param parser stands on its start, and after the call on its end
	 * @return the candidate
	 */
	static Candidate read(JsonParser parser) {
		Candidate candidate = new Candidate();
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			candidate.read(name, parser);
		}
		return candidate;
	}

	private void read(String name, JsonParser parser) {
		switch (name) {
			case "content" -> this.pieces.read(parser);
			case "index" -> {
				boolean told = parser.currentToken().isNumeric();
				long number = Tokens.number(parser);
				this.index = told ? (int) number : -1;
			}
			case "finishReason" -> this.reason = Tokens.text(parser);
			case "finishMessage" -> this.message = Json.read(parser);
			case "logprobsResult" -> this.logprobs = Logprobs.read(parser);
			case "groundingMetadata" -> this.grounding = Json.read(parser);
			case "urlContextMetadata" -> this.urls = Json.read(parser);
			case "safetyRatings" -> this.safety = Json.read(parser);
			case "citationMetadata" -> this.citations = Json.read(parser);
			default -> parser.skipChildren();
		}
	}

	Pieces pieces() {
		return this.pieces;
	}

	int index(int standard) {
		return (this.index >= 0) ? this.index : standard;
	}

	@Nullable String reason() {
		return this.reason;
	}

	@Nullable Object grounding() {
		return this.grounding;
	}

	/**
	 * Return the whole candidate in OpenAI's shape.
	 * @param place where it stands among all
	 * @return the choice
	 */
	Choice choice(int place) {
		String text = this.pieces.text();
		List<ToolCall> calls = this.pieces.calls().isEmpty() ? List.of()
				: this.pieces.calls().stream().map((call) -> call.toolCall(null)).toList();
		Message said = new Message("assistant", text.isEmpty() ? null : text, List.of(), this.pieces.reasoning(),
				this.pieces.thinking(), calls, null, null, extra(text, 0));
		return new Choice(index(place), said, finish(!calls.isEmpty()), this.reason, ending());
	}

	/**
	 * Return what OpenAI's shape has no members of its own for.
	 * @param text all that the candidate has said
	 * @param firstImage the place of its first image
	 * @return further members of the message
	 */
	Map<String, @Nullable Object> extra(CharSequence text, int firstImage) {
		Map<String, @Nullable Object> extra = this.pieces.extra(firstImage);
		List<Object> annotations = Grounding.annotations(this.grounding, text);
		return annotations.isEmpty() ? extra : new Members(extra).add("annotations", annotations);
	}

	/**
	 * Return what is told at the end.
	 * @return further members of the choice
	 */
	Map<String, @Nullable Object> ending() {
		if (this.logprobs == null && this.message == null) {
			return Map.of();
		}
		Map<String, @Nullable Object> extra = new Members();
		if (this.logprobs != null) {
			extra.put("logprobs", this.logprobs);
		}
		if (this.message != null) {
			extra.put("finish_message", this.message);
		}
		return extra;
	}

	/**
	 * Return why it ended.
	 * @param calls whether it calls functions
	 * @return the reason in OpenAI's words
	 */
	String finish(boolean calls) {
		String told = (this.reason != null) ? this.reason : "";
		return switch (told) {
			case "MAX_TOKENS" -> FinishReason.LENGTH;
			case "SAFETY", "RECITATION", "LANGUAGE", "OTHER", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "NO_IMAGE" ->
				FinishReason.CONTENT_FILTER;
			default -> told.startsWith("IMAGE_") ? FinishReason.CONTENT_FILTER
					: calls ? FinishReason.TOOL_CALLS : FinishReason.STOP;
		};
	}

	/**
	 * Tell what else there is by LiteLLM's names.
	 * @param lists take it, one item of each for a candidate that has it
	 */
	void tell(Map<String, @Nullable Object> lists) {
		add(lists, "vertex_ai_grounding_metadata", this.grounding);
		add(lists, "vertex_ai_url_context_metadata", this.urls);
		add(lists, "vertex_ai_safety_results", this.safety);
		add(lists, "vertex_ai_citation_metadata", this.citations);
	}

	@SuppressWarnings("unchecked")
	private static void add(Map<String, @Nullable Object> lists, String name, @Nullable Object item) {
		if (item != null) {
			((List<Object>) lists.computeIfAbsent(name, (missing) -> new ArrayList<>())).add(item);
		}
	}

}
