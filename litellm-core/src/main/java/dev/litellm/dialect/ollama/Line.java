package dev.litellm.dialect.ollama;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.call.CallInfo;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Choice;
import dev.litellm.chat.FinishReason;
import dev.litellm.chat.Message;
import dev.litellm.chat.ToolCall;
import dev.litellm.chat.Usage;
import dev.litellm.dialect.ThinkTags;
import dev.litellm.dialect.Timestamps;
import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.Tokens;
import dev.litellm.json.Values;

/**
 * One document of Ollama's: a whole answer, or a line of a stream, which has the same
 * shape.
 */
final class Line {

	private @Nullable Object error;

	private @Nullable String model;

	private @Nullable String created;

	/** What stands beside the rest, as {@code /api/generate} has it. */
	private final Said beside = new Said("response");

	private @Nullable Said message;

	private boolean done;

	private @Nullable String reason;

	private @Nullable Number prompted;

	private @Nullable Number answered;

	private @Nullable Object logprobs;

	private final Members extra = new Members();

	private Line() {
	}

	/**
	 * Read a document.
	 * @param parser stands on its start, and after the call on its end
	 * @return what it tells
	 */
	static Line read(JsonParser parser) {
		Line line = new Line();
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			line.read(name, parser);
		}
		return line;
	}

	private void read(String name, JsonParser parser) {
		switch (name) {
			case "error" -> this.error = Json.read(parser);
			case "model" -> this.model = Tokens.text(parser);
			case "created_at" -> this.created = Tokens.text(parser);
			case "message" -> this.message = readMessage(parser);
			case "response", "thinking" -> this.beside.read(name, parser);
			case "done" -> this.done = Boolean.TRUE.equals(Json.read(parser));
			case "done_reason" -> this.reason = Tokens.text(parser);
			case "prompt_eval_count" -> this.prompted = count(parser);
			case "eval_count" -> this.answered = count(parser);
			case "logprobs" -> this.logprobs = Json.read(parser);
			default -> this.extra.add(name, Json.read(parser));
		}
	}

	private static @Nullable Said readMessage(JsonParser parser) {
		Said said = (parser.currentToken() == JsonToken.START_OBJECT) ? new Said("content") : null;
		for (String name = Tokens.first(parser); name != null && said != null; name = Tokens.next(parser)) {
			said.read(name, parser);
		}
		return said;
	}

	private static @Nullable Number count(JsonParser parser) {
		return (Json.read(parser) instanceof Number number) ? number : null;
	}

	@Nullable Object error() {
		return this.error;
	}

	boolean isAnswer() {
		return this.message != null || this.beside.text() != null;
	}

	boolean isDone() {
		return this.done;
	}

	@Nullable String model() {
		return this.model;
	}

	Said said() {
		return (this.message != null) ? this.message : this.beside;
	}

	@Nullable String reason() {
		return this.reason;
	}

	/**
	 * Return why the answer ended.
	 * @param calls whether it calls tools
	 * @return the reason in OpenAI's words
	 */
	String finish(boolean calls) {
		return calls ? FinishReason.TOOL_CALLS : "length".equals(this.reason) ? FinishReason.LENGTH : FinishReason.STOP;
	}

	@Nullable Usage usage() {
		return (this.prompted != null || this.answered != null)
				? Usage.of(Values.number(this.prompted), Values.number(this.answered)) : null;
	}

	Map<String, @Nullable Object> logprobs() {
		return (this.logprobs instanceof List<?> content) ? Map.of("logprobs", Map.of("content", content)) : Map.of();
	}

	/**
	 * Return the times that the server took, and what else it tells.
	 * @return further members of the answer, as they came
	 */
	Map<String, @Nullable Object> extra() {
		return this.extra;
	}

	/**
	 * Return when the answer was made.
	 * @param standard where it does not tell
	 * @return the time in seconds since 1970
	 */
	long created(long standard) {
		return Timestamps.seconds(this.created, standard);
	}

	ChatResponse whole(long now) {
		Said said = said();
		ThinkTags.Split split = (said.thinking() == null) ? ThinkTags.split(said.text()) : null;
		List<ToolCall> calls = said.calls();
		Message message = new Message("assistant", (split != null) ? split.content() : said.text(), List.of(),
				(split != null) ? split.reasoning() : said.thinking(), List.of(), calls, null, null, said.images());
		Choice choice = new Choice(0, message, finish(!calls.isEmpty()), reason(), logprobs());
		return new ChatResponse(null, created(now), model(), List.of(choice), usage(), null, null, extra(),
				CallInfo.empty());
	}

}
