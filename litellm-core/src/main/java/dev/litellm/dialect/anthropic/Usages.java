package dev.litellm.dialect.anthropic;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.chat.Usage;
import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.Tokens;
import dev.litellm.json.Values;

/**
 * Reader of the tokens that an answer took, which a stream tells bit by bit. Not
 * thread-safe.
 */
final class Usages {

	/** The runs of the model that an answer took, each with its tokens. */
	private static final String RUNS = "iterations";

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
			case "inference_geo", "service_tier", "server_tool_use", "speed", RUNS ->
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
		long input = sum(this.input, "input_tokens");
		long written = sum(this.written, "cache_creation_input_tokens");
		long read = sum(this.read, "cache_read_input_tokens");
		long output = sum(this.output, "output_tokens");
		Members prompt = new Members((this.creation != null) ? 5 : 4).add("cached_tokens", read)
			.add("text_tokens", input)
			.add("cache_creation_tokens", written)
			.add("cache_write_tokens", written);
		if (this.creation != null) {
			prompt.add("cache_creation_token_details", this.creation);
		}
		Members completion = new Members(2).add("reasoning_tokens", this.thought)
			.add("text_tokens", output - this.thought);
		Members extra = new Members(2).add("cache_creation_input_tokens", written).add("cache_read_input_tokens", read);
		if (this.beside != null) {
			this.beside.forEach(extra::add);
		}
		long all = input + written + read;
		return new Usage(all, output, all + output, prompt.end(), completion.end(), extra.end());
	}

	/** What was told leaves out the runs that summed the conversation up. */
	private long sum(long told, String name) {
		long sum = told;
		for (Object run : (this.beside != null) ? Values.items(this.beside.get(RUNS)) : List.of()) {
			Map<?, ?> tokens = Values.fields(run);
			if ("compaction".equals(tokens.get("type"))) {
				sum += Values.number(tokens.get(name));
			}
		}
		return sum;
	}

}
