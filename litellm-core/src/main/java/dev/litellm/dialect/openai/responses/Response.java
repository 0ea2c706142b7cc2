package dev.litellm.dialect.openai.responses;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.call.CallInfo;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Choice;
import dev.litellm.chat.FinishReason;
import dev.litellm.chat.Usage;
import dev.litellm.json.Json;
import dev.litellm.json.Tokens;
import dev.litellm.json.Values;

/**
 * A response as it stands. Not thread-safe.
 */
final class Response {

	/** A response that tells nothing. */
	static final Response NONE = new Response();

	@Nullable String id;

	@Nullable String model;

	@Nullable String tier;

	private @Nullable String status;

	private @Nullable String incomplete;

	private @Nullable Object error;

	long created;

	@Nullable Usage usage;

	/** What the model has said, or null where that is not told. */
	@Nullable Output output;

	private Response() {
	}

	static Response read(JsonParser parser) {
		Response response = new Response();
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			switch (name) {
				case "id" -> response.id = Tokens.text(parser);
				case "model" -> response.model = Tokens.text(parser);
				case "service_tier" -> response.tier = Tokens.text(parser);
				case "status" -> response.status = Tokens.text(parser);
				case "incomplete_details" -> response.incomplete = reason(parser);
				case "error" -> response.error = Json.read(parser);
				case "created_at" -> response.created = Tokens.number(parser);
				case "usage" -> response.usage = Usages.read(parser);
				case "output" -> response.output = output(parser);
				default -> parser.skipChildren();
			}
		}
		return response;
	}

	private static @Nullable String reason(JsonParser parser) {
		String reason = null;
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			if (name.equals("reason")) {
				reason = Tokens.text(parser);
			}
			else {
				parser.skipChildren();
			}
		}
		return reason;
	}

	private static @Nullable Output output(JsonParser parser) {
		boolean told = parser.currentToken() == JsonToken.START_ARRAY;
		List<OutputItem> items = new ArrayList<>(2);
		Tokens.items(parser, (item) -> items.add(OutputItem.read(item)));
		return told ? new Output(items) : null;
	}

	boolean isPending() {
		return "queued".equals(this.status) || "in_progress".equals(this.status);
	}

	boolean isFailed() {
		return this.error != null || "failed".equals(this.status) || "cancelled".equals(this.status);
	}

	/**
	 * Return what went wrong.
	 * @return the error, or null where nothing is told
	 */
	@Nullable Object error() {
		return (this.error != null || this.status == null) ? this.error
				: Values.object("message", "the response is " + this.status);
	}

	@Nullable String nativeFinish() {
		return (this.incomplete != null) ? this.incomplete : this.status;
	}

	/**
	 * Return why the answer ended in OpenAI's words.
	 * @param calls whether tools are called
	 * @return the reason
	 */
	String finish(boolean calls) {
		String reason = nativeFinish();
		return switch ((reason != null) ? reason : "") {
			case "max_output_tokens", "max_tokens" -> FinishReason.LENGTH;
			case "content_filter" -> FinishReason.CONTENT_FILTER;
			default -> calls ? FinishReason.TOOL_CALLS : FinishReason.STOP;
		};
	}

	/**
	 * Return the whole answer.
	 * @param said what the model has said
	 * @return the answer in the shape of a chat completion
	 */
	ChatResponse answer(Output said) {
		Choice choice = new Choice(0, said.message(), finish(said.hasCalls()), nativeFinish(), said.choiceExtra());
		return new ChatResponse(this.id, this.created, this.model, List.of(choice), this.usage, null, this.tier,
				Map.of(), CallInfo.empty());
	}

}
