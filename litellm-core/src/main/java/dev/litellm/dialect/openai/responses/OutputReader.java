package dev.litellm.dialect.openai.responses;

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
import dev.litellm.dialect.DataUrl;
import dev.litellm.dialect.JoinedText;
import dev.litellm.json.Members;
import dev.litellm.json.Values;

/**
 * Reader of a response into the shape of a chat completion.
 */
final class OutputReader {

	/** Of an answer, which repeats much of the request, what is read. */
	static final Set<String> MEMBERS = Set.of("id", "created_at", "model", "status", "output", "usage", "error",
			"incomplete_details", "service_tier");

	private static final String PARAGRAPH = "\n\n";

	private static final Set<String> USAGE = Set.of("input_tokens", "output_tokens", "total_tokens",
			"input_tokens_details", "output_tokens_details");

	private final Map<?, ?> response;

	private final JoinedText text = new JoinedText();

	private final JoinedText reasoning = new JoinedText();

	private final List<ToolCall> calls = new ArrayList<>();

	private final List<@Nullable Object> annotations = new ArrayList<>();

	private final List<@Nullable Object> logprobs = new ArrayList<>();

	private final List<Object> images = new ArrayList<>();

	private final List<Object> own = new ArrayList<>(1);

	private boolean keeps;

	private @Nullable String refusal;

	OutputReader(Map<?, ?> response) {
		this.response = response;
		for (Object item : Values.items(response.get("output"))) {
			add(Values.fields(item));
		}
	}

	static boolean isFailed(Map<?, ?> response) {
		Object status = response.get("status");
		return response.get("error") != null || "failed".equals(status) || "cancelled".equals(status);
	}

	static Object error(Map<?, ?> response) {
		Object error = response.get("error");
		return (error != null) ? error : Map.of("message", "the response is " + response.get("status"));
	}

	private void add(Map<?, ?> item) {
		String type = Values.text(item.get("type"), "");
		switch (type) {
			case "message" -> {
				for (Object part : Values.items(item.get("content"))) {
					addPart(Values.fields(part));
				}
			}
			case "function_call", "custom_tool_call" -> this.calls.add(call(item));
			case "reasoning" -> {
				addReasoning(item.get("content"), "");
				addReasoning(item.get("summary"), PARAGRAPH);
				if (Values.text(item.get("encrypted_content"), "").isEmpty()) {
					return;
				}
				this.keeps = true;
			}
			case "image_generation_call" -> {
				addImage(item);
				this.keeps = true;
			}
			default -> this.keeps = true;
		}
		this.own.add(item);
	}

	private void addImage(Map<?, ?> item) {
		if (item.get("result") instanceof String data) {
			String url = new DataUrl("image/" + Values.text(item.get("output_format"), "png"), data).url();
			Map<String, @Nullable Object> image = Values.object("type", "image_url");
			image.put("index", this.images.size());
			image.put("image_url", Values.object("url", url));
			this.images.add(image);
		}
	}

	private void addPart(Map<?, ?> part) {
		switch (Values.text(part.get("type"), "")) {
			case "output_text", "text" -> {
				for (Object one : Values.items(part.get("annotations"))) {
					this.annotations.add(annotation(Values.fields(one), this.text.length()));
				}
				this.logprobs.addAll(Values.items(part.get("logprobs")));
				this.text.add(Values.text(part.get("text"), ""));
			}
			case "refusal" ->
				this.refusal = ((this.refusal != null) ? this.refusal : "") + Values.text(part.get("refusal"), "");
			default -> {
			}
		}
	}

	private static Map<String, @Nullable Object> annotation(Map<?, ?> flat, int offset) {
		String type = Values.text(flat.get("type"), "");
		Map<String, @Nullable Object> fields = Values.copy(flat);
		fields.remove("type");
		fields.replaceAll((name, value) -> (name.endsWith("_index") && value instanceof Number place)
				? (Object) (place.longValue() + offset) : value);
		Map<String, @Nullable Object> annotation = Values.object("type", type);
		annotation.put(type, fields);
		return annotation;
	}

	private void addReasoning(@Nullable Object parts, String between) {
		for (Object part : Values.items(parts)) {
			if (!this.reasoning.isEmpty()) {
				this.reasoning.add(between);
			}
			this.reasoning.add(Values.text(Values.fields(part).get("text"), ""));
		}
	}

	/**
	 * Return a call of a tool, or the beginning of one.
	 * @param item the item that tells it
	 * @return the call
	 */
	static ToolCall call(Map<?, ?> item) {
		String id = Values.text(item.get("call_id"), Values.text(item.get("id"), ""));
		String name = Values.text(item.get("name"), "");
		if ("custom_tool_call".equals(item.get("type"))) {
			Map<String, @Nullable Object> custom = Values.object("name", name);
			custom.put("input", Values.text(item.get("input"), ""));
			return new ToolCall(null, id, "custom", null, null, Map.of("custom", custom));
		}
		return new ToolCall(null, id, "function", name, Values.text(item.get("arguments"), ""), Map.of());
	}

	ChatResponse response() {
		Message message = new Message("assistant",
				(this.text.isEmpty() && !this.calls.isEmpty()) ? null : this.text.toString(), List.of(),
				this.reasoning.orNull(), List.of(), this.calls, null, null, messageExtra());
		Choice choice = new Choice(0, message, finish(), nativeFinish(), choiceExtra());
		return new ChatResponse(Values.text(this.response.get("id")), Values.number(this.response.get("created_at")),
				Values.text(this.response.get("model")), List.of(choice), usage(), null,
				Values.text(this.response.get("service_tier")), Map.of(), CallInfo.empty());
	}

	/**
	 * Return what the message has beside its texts and calls.
	 * @return members by name
	 */
	Map<String, @Nullable Object> messageExtra() {
		Map<String, @Nullable Object> extra = new Members();
		if (this.refusal != null) {
			extra.put("refusal", this.refusal);
		}
		if (!this.annotations.isEmpty()) {
			extra.put("annotations", this.annotations);
		}
		if (!this.images.isEmpty()) {
			extra.put("images", this.images);
		}
		if (this.keeps) {
			extra.put("provider_specific_fields", Values.object(InputItems.OUTPUT, this.own));
		}
		return extra;
	}

	Map<String, @Nullable Object> choiceExtra() {
		return this.logprobs.isEmpty() ? Map.of() : Map.of("logprobs", Values.object("content", this.logprobs));
	}

	@Nullable String nativeFinish() {
		Object reason = Values.fields(this.response.get("incomplete_details")).get("reason");
		return (reason instanceof String text) ? text : Values.text(this.response.get("status"));
	}

	String finish() {
		String reason = nativeFinish();
		if ("max_output_tokens".equals(reason) || "max_tokens".equals(reason)) {
			return FinishReason.LENGTH;
		}
		if ("content_filter".equals(reason)) {
			return FinishReason.CONTENT_FILTER;
		}
		return this.calls.isEmpty() ? FinishReason.STOP : FinishReason.TOOL_CALLS;
	}

	@Nullable Usage usage() {
		if (!(this.response.get("usage") instanceof Map<?, ?> told)) {
			return null;
		}
		long input = Values.number(told.get("input_tokens"));
		long output = Values.number(told.get("output_tokens"));
		Map<String, @Nullable Object> extra = new Members();
		told.forEach((name, value) -> {
			if (!USAGE.contains(String.valueOf(name))) {
				extra.put(String.valueOf(name), value);
			}
		});
		return new Usage(input, output,
				(told.get("total_tokens") instanceof Number total) ? total.longValue() : input + output,
				details(told.get("input_tokens_details")), details(told.get("output_tokens_details")), extra);
	}

	private static Map<String, @Nullable Object> details(@Nullable Object told) {
		return (told instanceof Map<?, ?> details) ? Values.copy(details) : Map.of();
	}

}
