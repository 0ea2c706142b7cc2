package dev.litellm.dialect.openai.responses;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

import org.springframework.http.HttpHeaders;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChunkChoice;
import dev.litellm.chat.Delta;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.ChunkWriter;
import dev.litellm.dialect.EndingDecoder;
import dev.litellm.dialect.Events;
import dev.litellm.dialect.TextPath;
import dev.litellm.json.Json;
import dev.litellm.json.SharedTexts;
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

	private static final String TEXT = "response.output_text.delta";

	private final ResponsesFormat format;

	private final ErrorReader errors;

	private final SharedTexts shared = new SharedTexts();

	private final Function<JsonParser, Event> reader = (parser) -> new Event(parser, this.shared);

	private final Events events = new Events();

	private final TextPath texts = new TextPath(this.events, EventDecoder::isNothing, "delta");

	private final Map<Object, OpenCall> calls = new HashMap<>(4);

	private final DoneItems items = new DoneItems();

	private ChunkWriter chunks = new ChunkWriter(0);

	private boolean told;

	private boolean reasoned;

	EventDecoder(ResponsesFormat format, ErrorReader errors) {
		this.format = format;
		this.errors = errors;
	}

	@Override
	public void frame(@Nullable String name, byte[] bytes, int offset, int length, Consumer<ChatChunk> out) {
		if (isDone() || (name != null && REPEATED.contains(name)) || Events.isDone(bytes, offset, length)) {
			return;
		}
		String text = TEXT.equals(name) ? this.texts.read(bytes, offset, length) : null;
		if (text != null) {
			say(Delta.ofContent(text), out);
			return;
		}
		Event event = this.events.read(this.reader, bytes, offset, length);
		switch (event.type) {
			case "response.created" -> begin(event.response, out);
			case TEXT -> say(Delta.ofContent(event.delta), out);
			case "response.reasoning_text.delta", "response.reasoning_summary_text.delta" -> think(event.delta, out);
			case "response.reasoning_summary_part.added" -> {
				if (this.reasoned) {
					think(Output.PARAGRAPH, out);
				}
			}
			case "response.refusal.delta" ->
				say(new Delta(null, null, null, List.of(), List.of(), Map.of("refusal", event.delta)), out);
			case "response.output_item.added" -> open(event.place(), event.item, out);
			case "response.function_call_arguments.delta", "response.custom_tool_call_input.delta" ->
				piece(event.place(), event.delta, out);
			case "response.function_call_arguments.done", "response.custom_tool_call_input.done" ->
				rest(event.place(), event.given, out);
			case "response.output_item.done" -> {
				if (event.item != null) {
					this.items.add(event.item, bytes, offset, length);
					close(event.place(), event.item, out);
				}
			}
			case "response.completed", "response.incomplete", "response.done" ->
				finish(event.response, bytes, offset, length, out);
			case "response.failed", "response.cancelled", "error" ->
				throw this.errors.within(event.error(), HttpHeaders.EMPTY).asException();
			default -> {
				if (event.type.isEmpty() && event.hasError()) {
					throw this.errors.within(event.error(), HttpHeaders.EMPTY).asException();
				}
			}
		}
	}

	/** Whether a member tells nothing beside a piece of text. */
	private static boolean isNothing(String name, JsonParser parser) {
		return !name.equals("type") || TextPath.is(parser, TEXT);
	}

	private void begin(@Nullable Response response, Consumer<ChatChunk> out) {
		begin();
		about(response);
		this.chunks.say(Delta.ofRole("assistant"), out);
	}

	private void about(@Nullable Response response) {
		if (response != null) {
			this.chunks = (response.created != 0) ? new ChunkWriter(response.created) : this.chunks;
			this.chunks.about(response.id, response.model);
		}
	}

	private void say(Delta delta, Consumer<ChatChunk> out) {
		begin();
		this.told |= delta.hasContent();
		this.chunks.say(delta, out);
	}

	private void think(String text, Consumer<ChatChunk> out) {
		this.reasoned |= !text.isEmpty();
		say(Delta.ofReasoning(text), out);
	}

	private void open(Object place, @Nullable OutputItem item, Consumer<ChatChunk> out) {
		if (item == null || !item.isCall() || this.calls.containsKey(place)) {
			return;
		}
		OpenCall open = new OpenCall(this.calls.size(), item.call());
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
	private void rest(Object place, @Nullable String whole, Consumer<ChatChunk> out) {
		OpenCall open = this.calls.get(place);
		if (open != null && open.isEmpty() && whole != null) {
			piece(place, whole, out);
		}
	}

	private void close(Object place, OutputItem item, Consumer<ChatChunk> out) {
		open(place, item, out);
		rest(place, item.given(), out);
	}

	private void finish(@Nullable Response response, byte[] bytes, int offset, int length, Consumer<ChatChunk> out) {
		finish();
		Response told = (response != null) ? response : Response.NONE;
		Output output = told.output;
		if (output != null && output.keeps()) {
			byte[] event = Arrays.copyOfRange(bytes, offset, offset + length);
			Object again = Values.fields(Json.read(event, Set.of("response"))).get("response");
			output.keep(Values.items(Values.fields(again).get("output")));
		}
		Output said = (output != null && !output.isEmpty()) ? output : this.items.output();
		if (!this.told) {
			out.accept(ChatChunk.of(told.answer(said)));
			return;
		}
		about(told);
		Map<String, @Nullable Object> extra = said.messageExtra();
		extra.remove("refusal");
		Delta rest = new Delta(null, null, null, List.of(), List.of(), extra);
		ChunkChoice end = new ChunkChoice(0, rest, told.finish(said.hasCalls() || !this.calls.isEmpty()),
				told.nativeFinish(), said.choiceExtra());
		this.chunks.write(List.of(end), null, (told.tier != null) ? Map.of("service_tier", told.tier) : Map.of(), out);
		this.chunks.usage(told.usage, out);
	}

	@Override
	public void whole(WireReply reply, Consumer<ChatChunk> out) {
		finish();
		out.accept(ChatChunk.of(this.format.answer(reply)));
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
