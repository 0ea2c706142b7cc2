package dev.litellm.dialect.openai;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.litellm.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

class ToolsTests {

	private static final String TOOL = """
			{"type": "function", "function": {"name": "f", "strict": true, "parameters": {"$schema": "s", "type": "object",
			"properties": {"strict": {"type": "string"}, "o": {"type": "object", "additionalProperties": false}},
			"additionalProperties": false}}, "cache_control": {"type": "ephemeral"}}""";

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					openai/gpt-4o | , "cache_control": {"type": "ephemeral"}
					xai/grok-3    | , "cache_control": {"type": "ephemeral"} ; "strict": true,
					hosted_vllm/x | , "cache_control": {"type": "ephemeral"} ; "strict": true, ; , "additionalProperties": false ; ,~"additionalProperties": false
					mistral/x     | , "cache_control": {"type": "ephemeral"} ; "$schema": "s",
					zai/glm-5     | nothing
					""")
	void loseTheMembersThatTheProviderDoesNotKnow(String model, String gone) {
		String expected = TOOL.replace("\n", "~").replace("},~\"additional", "},~\"additional");
		for (String member : gone.split(" ; ")) {
			expected = expected.replace(member, "");
		}
		assertThat(Asked.of(model).parameters("\"tools\": [" + TOOL + "]"))
			.isEqualTo(Json.read("{\"tools\": [" + expected.replace("~", "\n") + "]}"));
	}

}
