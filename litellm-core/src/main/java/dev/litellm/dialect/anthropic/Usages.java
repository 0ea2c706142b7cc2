package dev.litellm.dialect.anthropic;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.chat.Usage;
import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.Tokens;

/**
 * Reader of the tokens that an answer took, which a stream tells bit by bit. Not
 * thread-safe.
 */
final class Usages {

	private boolean told;

	private long input;

	private long written;

	private long read;

	private long output;

	private long thought;

	private @Nullable Object creation;

	/** What Anthropic tells beside the tokens. */
	private @Nullable Members beside;

	/**
	 * Read what is told, which goes before what was told earlier.
	 * @param parser stands on the usage, and after the call on its end
	 */
	void read(JsonParser parser) {
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			if (parser.currentToken() != JsonToken.VALUE_NULL) {
				read(parser, name);
			}
		}
	}

	private void read(JsonParser parser, String name) {
		switch (name) {
			case "input_tokens" -> this.input = Tokens.number(parser);
			case "cache_creation_input_tokens" -> this.written = Tokens.number(parser);
			case "cache_read_input_tokens" -> this.read = Tokens.number(parser);
			case "output_tokens" -> {
				this.told = true;
				this.output = Tokens.number(parser);
			}
			case "output_tokens_details" -> readDetails(parser);
			case "cache_creation" -> this.creation = Json.read(parser);
			case "inference_geo", "service_tier", "server_tool_use", "speed" ->
				this.beside = ((this.beside != null) ? this.beside : new Members()).add(name, Json.read(parser));
			default -> parser.skipChildren();
		}
	}

	private void readDetails(JsonParser parser) {
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			if (name.equals("thinking_tokens")) {
				this.thought = Tokens.number(parser);
			}
			else {
				parser.skipChildren();
			}
		}
	}

	/**
	 * Return the tokens in OpenAI's shape: those read from and written to the cache are
	 * part of the prompt.
	 * @return the usage, or null where none was told
	 */
	@Nullable Usage usage() {
		if (!this.told) {
			return null;
		}
		Members prompt = new Members((this.creation != null) ? 5 : 4).add("cached_tokens", this.read)
			.add("text_tokens", this.input)
			.add("cache_creation_tokens", this.written)
			.add("cache_write_tokens", this.written);
		if (this.creation != null) {
			prompt.add("cache_creation_token_details", this.creation);
		}
		Members completion = new Members(2).add("reasoning_tokens", this.thought)
			.add("text_tokens", this.output - this.thought);
		Members extra = new Members(2).add("cache_creation_input_tokens", this.written)
			.add("cache_read_input_tokens", this.read);
		if (this.beside != null) {
			this.beside.forEach(extra::add);
		}
		long all = this.input + this.written + this.read;
		return new Usage(all, this.output, all + this.output, prompt.end(), completion.end(), extra.end());
	}

}
