package dev.litellm.dialect.ollama;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.CallInfo;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Choice;
import dev.litellm.chat.FinishReason;
import dev.litellm.chat.Message;
import dev.litellm.chat.ToolCall;
import dev.litellm.chat.Usage;
import dev.litellm.dialect.ToolCalls;
import dev.litellm.dialect.ThinkTags;
import dev.litellm.dialect.Timestamps;
import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.Values;

/**
 * One document of Ollama's: a whole answer, or a line of a stream, which has the same
 * shape.
 *
 * @param fields all of it
 * @param message its message, or all of it where the text stands beside the rest, as
 * {@code /api/generate} has it
 */
record Line(Map<?, ?> fields, Map<?, ?> message) {

	private static final Set<String> KNOWN = Set.of("model", "created_at", "message", "response", "thinking", "done",
			"done_reason", "prompt_eval_count", "eval_count", "logprobs", "error");

	static Line of(Map<?, ?> fields) {
		return new Line(fields, (fields.get("message") instanceof Map<?, ?> message) ? message : fields);
	}

	boolean isAnswer() {
		return this.message != this.fields || this.fields.get("response") instanceof String;
	}

	boolean isDone() {
		return Boolean.TRUE.equals(this.fields.get("done"));
	}

	@Nullable String model() {
		return Values.text(this.fields.get("model"));
	}

	@Nullable String content() {
		return Values.text(this.message.get((this.message != this.fields) ? "content" : "response"));
	}

	@Nullable String thinking() {
		String thinking = Values.text(this.message.get("thinking"));
		return (thinking == null || thinking.isEmpty()) ? null : thinking;
	}

	/**
	 * Return the calls of tools.
	 * @param from the place of the first among all calls of a stream, or -1 in a whole
	 * answer
	 * @return the calls
	 */
	List<ToolCall> calls(int from) {
		List<ToolCall> calls = new ArrayList<>(0);
		for (Object item : Values.items(this.message.get("tool_calls"))) {
			if (item instanceof Map<?, ?> call && call.get("function") instanceof Map<?, ?> function) {
				String id = Values.text(call.get("id"));
				Object arguments = function.get("arguments");
				calls.add(new ToolCall((from < 0) ? null : from + calls.size(),
						(id == null || id.isEmpty()) ? ToolCalls.newId() : id, "function",
						Values.text(function.get("name"), ""), (arguments instanceof String json) ? json
								: Json.text((arguments != null) ? arguments : Map.of()),
						Map.of()));
			}
		}
		return calls;
	}

	/**
	 * Return what OpenAI's shape has no members of its own for.
	 * @return further members of the message
	 */
	Map<String, @Nullable Object> images() {
		if (this.message == this.fields || !(this.message.get("images") instanceof List<?> items) || items.isEmpty()) {
			return Map.of();
		}
		List<Object> images = new ArrayList<>();
		for (Object item : items) {
			images.add(Map.of("type", "image_url", "index", images.size(), "image_url",
					Map.of("url", "data:image/png;base64," + item, "detail", "auto")));
		}
		return Map.of("images", images);
	}

	@Nullable String reason() {
		return Values.text(this.fields.get("done_reason"));
	}

	/**
	 * Return why the answer ended.
	 * @param calls whether it calls tools
	 * @return the reason in OpenAI's words
	 */
	String finish(boolean calls) {
		return calls ? FinishReason.TOOL_CALLS : "length".equals(reason()) ? FinishReason.LENGTH : FinishReason.STOP;
	}

	@Nullable Usage usage() {
		Object prompt = this.fields.get("prompt_eval_count");
		Object answer = this.fields.get("eval_count");
		return (prompt instanceof Number || answer instanceof Number)
				? Usage.of(Values.number(prompt), Values.number(answer)) : null;
	}

	Map<String, @Nullable Object> logprobs() {
		return (this.fields.get("logprobs") instanceof List<?> content) ? Map.of("logprobs", Map.of("content", content))
				: Map.of();
	}

	/**
	 * Return the times that the server took, and what else it tells.
	 * @return further members of the answer, as they came
	 */
	Map<String, @Nullable Object> extra() {
		Map<String, @Nullable Object> extra = new Members();
		this.fields.forEach((name, value) -> {
			if (!KNOWN.contains(String.valueOf(name))) {
				extra.put(String.valueOf(name), value);
			}
		});
		return extra;
	}

	/**
	 * Return when the answer was made.
	 * @param standard where it does not tell
	 * @return the time in seconds since 1970
	 */
	long created(long standard) {
		return Timestamps.seconds(this.fields.get("created_at"), standard);
	}

	ChatResponse whole(long now) {
		String thinking = thinking();
		ThinkTags.Split split = (thinking == null) ? ThinkTags.split(content()) : null;
		List<ToolCall> calls = calls(-1);
		Message said = new Message("assistant", (split != null) ? split.content() : content(), List.of(),
				(split != null) ? split.reasoning() : thinking, List.of(), calls, null, null, images());
		Choice choice = new Choice(0, said, finish(!calls.isEmpty()), reason(), logprobs());
		return new ChatResponse(null, created(now), model(), List.of(choice), usage(), null, null, extra(),
				CallInfo.empty());
	}

}
