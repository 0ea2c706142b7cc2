package dev.litellm.dialect.openai.responses;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import tools.jackson.core.JacksonException;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.ChunkChoice;
import dev.litellm.chat.Delta;
import dev.litellm.chat.FinishReason;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.ChunkWriter;
import dev.litellm.dialect.EndingDecoder;
import dev.litellm.dialect.Failures;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Values;
import dev.litellm.transport.WireReply;

/**
 * Decoder of the events of a streamed response.
 */
final class EventDecoder extends EndingDecoder {

	/** Events that tell again what others have told, or what nobody needs. */
	private static final Set<String> REPEATED = Set.of("response.in_progress", "response.content_part.added",
			"response.content_part.done", "response.output_text.done", "response.output_text.annotation.added",
			"response.refusal.done", "response.reasoning_summary_part.done", "response.reasoning_summary_text.done",
			"response.reasoning_text.done", "keepalive");

	private final ResponsesFormat format;

	private final ErrorReader errors;

	private final EventReader events = new EventReader();

	private final Map<Object, OpenCall> calls = new HashMap<>(4);

	private ChunkWriter chunks = new ChunkWriter(0);

	private boolean told;

	EventDecoder(ResponsesFormat format, ErrorReader errors) {
		this.format = format;
		this.errors = errors;
	}

	@Override
	public void frame(@Nullable String name, byte[] bytes, int offset, int length, Consumer<ChatChunk> out) {
		if (isDone() || (name != null && REPEATED.contains(name)) || isDone(bytes, offset, length)) {
			return;
		}
		Event event = read(bytes, offset, length);
		switch (event.type()) {
			case "response.created" -> begin(Values.fields(event.rest().get("response")), out);
			case "response.output_text.delta" -> say(Delta.ofContent(event.delta()), out);
			case "response.reasoning_text.delta", "response.reasoning_summary_text.delta" ->
				say(Delta.ofReasoning(event.delta()), out);
			case "response.reasoning_summary_part.added" -> {
				if (event.summary() > 0) {
					say(Delta.ofReasoning("\n\n"), out);
				}
			}
			case "response.refusal.delta" ->
				say(new Delta(null, null, null, List.of(), List.of(), Map.of("refusal", event.delta())), out);
			case "response.output_item.added" -> open(event.place(), Values.fields(event.rest().get("item")), out);
			case "response.function_call_arguments.delta", "response.custom_tool_call_input.delta" ->
				piece(event.place(), event.delta(), out);
			case "response.function_call_arguments.done" -> rest(event.place(), event.rest().get("arguments"), out);
			case "response.custom_tool_call_input.done" -> rest(event.place(), event.rest().get("input"), out);
			case "response.output_item.done" -> close(event.place(), Values.fields(event.rest().get("item")), out);
			case "response.completed", "response.incomplete", "response.done" ->
				finish(Values.fields(event.rest().get("response")), out);
			case "response.failed", "response.cancelled", "error" -> throw failure(event);
			default -> {
				if (event.type().isEmpty() && event.rest().get("error") != null) {
					throw failure(event);
				}
			}
		}
	}

	private static boolean isDone(byte[] bytes, int offset, int length) {
		return length >= 6 && bytes[offset] == '['
				&& new String(bytes, offset, length, StandardCharsets.UTF_8).strip().equals("[DONE]");
	}

	private Event read(byte[] bytes, int offset, int length) {
		try {
			return this.events.read(bytes, offset, length);
		}
		catch (JacksonException ex) {
			throw Failure
				.of(ErrorKind.INVALID_RESPONSE,
						"an event of the stream is not a JSON object: "
								+ Failures.excerpt(new String(bytes, offset, length, StandardCharsets.UTF_8)))
				.asException();
		}
	}

	private RuntimeException failure(Event event) {
		Map<?, ?> response = Values.fields(event.rest().get("response"));
		Object error = !response.isEmpty() ? OutputReader.error(response)
				: (event.rest().get("error") != null) ? event.rest().get("error") : event.rest();
		return this.errors.within(error, HttpHeaders.EMPTY).asException();
	}

	private void begin(Map<?, ?> response, Consumer<ChatChunk> out) {
		begin();
		about(response);
		this.chunks.say(Delta.ofRole("assistant"), out);
	}

	private void about(Map<?, ?> response) {
		if (response.get("created_at") instanceof Number created) {
			this.chunks = new ChunkWriter(created.longValue());
		}
		this.chunks.about(Values.text(response.get("id")), Values.text(response.get("model")));
	}

	private void say(Delta delta, Consumer<ChatChunk> out) {
		begin();
		this.told |= delta.hasContent();
		this.chunks.say(delta, out);
	}

	private void open(Object place, Map<?, ?> item, Consumer<ChatChunk> out) {
		if (!Set.of("function_call", "custom_tool_call").contains(Values.text(item.get("type"), ""))
				|| this.calls.containsKey(place)) {
			return;
		}
		OpenCall open = new OpenCall(this.calls.size(), OutputReader.call(item));
		this.calls.put(place, open);
		say(Delta.ofToolCall(open.begin()), out);
	}

	private void piece(Object place, String text, Consumer<ChatChunk> out) {
		OpenCall open = this.calls.get(place);
		if (open != null && !text.isEmpty()) {
			say(Delta.ofToolCall(open.piece(text)), out);
		}
	}

	/** Some servers tell the arguments at once, at the end. */
	private void rest(Object place, @Nullable Object whole, Consumer<ChatChunk> out) {
		OpenCall open = this.calls.get(place);
		if (open != null && open.isEmpty() && whole instanceof String text) {
			piece(place, text, out);
		}
	}

	private void close(Object place, Map<?, ?> item, Consumer<ChatChunk> out) {
		open(place, item, out);
		rest(place, (item.get("arguments") != null) ? item.get("arguments") : item.get("input"), out);
	}

	private void finish(Map<?, ?> response, Consumer<ChatChunk> out) {
		finish();
		OutputReader reader = new OutputReader(response);
		if (!this.told) {
			ChatResponse whole = reader.response();
			out.accept(ChatChunk.of(whole));
			return;
		}
		about(response);
		Map<String, @Nullable Object> extra = Values.copy(reader.messageExtra());
		extra.remove("refusal");
		Object tier = response.get("service_tier");
		String reason = reader.finish();
		if (reason.equals(FinishReason.STOP) && !this.calls.isEmpty()) {
			reason = FinishReason.TOOL_CALLS;
		}
		this.chunks.write(
				List.of(new ChunkChoice(0, new Delta(null, null, null, List.of(), List.of(), extra), reason,
						reader.nativeFinish(), reader.choiceExtra())),
				null, (tier instanceof String) ? Map.of("service_tier", tier) : Map.of(), out);
		this.chunks.usage(reader.usage(), out);
	}

	@Override
	public void whole(WireReply reply, Consumer<ChatChunk> out) {
		finish();
		out.accept(ChatChunk.of(this.format.answer(this.format.read(reply), reply)));
	}

	/**
	 * A call of a tool whose arguments are coming.
	 */
	private static final class OpenCall {

		private final int index;

		private final ToolCall call;

		private boolean empty;

		OpenCall(int index, ToolCall call) {
			this.index = index;
			this.call = call;
			this.empty = text().isEmpty();
		}

		private String text() {
			return (this.call.arguments() != null) ? this.call.arguments()
					: Values.text(Values.fields(this.call.extra().get("custom")).get("input"), "");
		}

		ToolCall begin() {
			return new ToolCall(this.index, this.call.id(), this.call.type(), this.call.name(), this.call.arguments(),
					this.call.extra());
		}

		ToolCall piece(String text) {
			this.empty = false;
			return (this.call.arguments() != null) ? new ToolCall(this.index, null, null, null, text, Map.of())
					: new ToolCall(this.index, null, null, null, null, Map.of("custom", Map.of("input", text)));
		}

		boolean isEmpty() {
			return this.empty;
		}

	}

}
