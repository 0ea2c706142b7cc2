package dev.litellm.provider;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.util.unit.DataSize;

import dev.litellm.json.Json;

/**
 * Reader of quirks from the tokens of a data line.
 */
final class QuirksReader {

	private final Tokens tokens;

	private QuirksReader(Tokens tokens) {
		this.tokens = tokens;
	}

	static Quirks read(Tokens tokens) {
		QuirksReader reader = new QuirksReader(tokens);
		return new Quirks(reader.parameters(), reader.reasoning(), reader.tools(), reader.messages(), reader.body());
	}

	private ParameterQuirks parameters() {
		return new ParameterQuirks(this.tokens.map("rename"), this.tokens.parameters("only"),
				this.tokens.parameters("except"), this.tokens.parameters("drop"), values(),
				this.tokens.parameters("without-reasoning"),
				new Temperature(Range.parse(this.tokens.text("temperature", "..")),
						Range.parse(this.tokens.text("temperature-of-many", ".."))),
				this.tokens.flag("user"));
	}

	private Map<String, Set<String>> values() {
		Map<String, Set<String>> values = new LinkedHashMap<>();
		this.tokens.map("values").forEach((name, words) -> values.put(name, Set.of(words.split("\\|"))));
		return values;
	}

	private ReasoningQuirks reasoning() {
		return new ReasoningQuirks(this.tokens.word("effort", ReasoningQuirks.Effort.AS_GIVEN),
				this.tokens.map("effort-map"), this.tokens.word("thinking", ReasoningQuirks.Thinking.AS_GIVEN));
	}

	private ToolQuirks tools() {
		return new ToolQuirks(Set.copyOf(this.tokens.list("tool-choice")), this.tokens.map("tool-choice-map"),
				Set.copyOf(this.tokens.list("tool-drop")), this.tokens.flag("functions-only"),
				this.tokens.text("web-search", ""), this.tokens.flag("choice-with-tools"));
	}

	private MessageQuirks messages() {
		String maxImage = this.tokens.text("max-image");
		return new MessageQuirks(this.tokens.word("text-content", MessageQuirks.TextContent.AS_GIVEN),
				Set.copyOf(this.tokens.list("names")), this.tokens.flag("developer-role"),
				this.tokens.flag("keep-cache-control"), this.tokens.flag("keep-thinking"),
				this.tokens.word("blank-reasoning", MessageQuirks.BlankReasoning.NEVER),
				this.tokens.words("turns", MessageQuirks.Turns.class),
				this.tokens.word("remote-files", MessageQuirks.RemoteFiles.ANY),
				(maxImage != null) ? DataSize.parse(maxImage).toBytes() : 0);
	}

	@SuppressWarnings("unchecked")
	private BodyQuirks body() {
		String body = this.tokens.text("body");
		Object members = (body != null) ? Json.read(body) : Map.of();
		if (!(members instanceof Map<?, ?>)) {
			throw new IllegalArgumentException("'body' is not a JSON object");
		}
		return new BodyQuirks((Map<String, @Nullable Object>) members,
				this.tokens.word("stream-usage", BodyQuirks.StreamUsage.ASKED), this.tokens.flag("stream-false"),
				this.tokens.flag("input-list"), this.tokens.flag("schema-tool"), this.tokens.flag("whole-json"),
				this.tokens.word("responses", BodyQuirks.Responses.NEVER), this.tokens.flag("encrypted-reasoning"),
				this.tokens.flag("model-in-address"), ModelRule.parse(this.tokens.text("body-model", "")),
				new BetaQuirks(this.tokens.word("betas", BetaQuirks.Place.HEADER), this.tokens.map("betas-map")),
				this.tokens.flag("quota-returns"));
	}

}
