package dev.litellm.provider;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import dev.litellm.LlmClient;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for what the library and the application say of models.
 */
class ModelFactsTests {

	private final ScriptedLlm llm = ScriptedLlm.start();

	@AfterEach
	void close() {
		this.llm.close();
	}

	static List<String> rows() {
		return ProvidersDataTests.lines("model-facts.txt");
	}

	@ParameterizedTest
	@MethodSource("rows")
	void standInTheListAtTheHead(String row) {
		String[] fields = row.split("\t");
		assertThatCode(() -> ModelFacts.parse(fields[1])
			.facts()
			.forEach((name, value) -> ModelTable.builtIn().with("x", Map.of(name, value)))).doesNotThrowAnyException();
	}

	@Test
	void comeOverWhatTheLibraryKnows() {
		ModelTable table = ModelTable.builtIn()
			.with("claude-opus-4-7", Map.of("max-output", 5000, "native-schema", false, "efforts", List.of("huge")))
			.with("my/.*", Map.of("thinking", "budget"));
		ModelFacts known = ModelTable.builtIn().facts("anthropic", "claude-opus-4-7");
		ModelFacts facts = table.facts("anthropic", "claude-opus-4-7");
		assertThat(known.has("native-schema")).isTrue();
		assertThat(facts.has("native-schema")).isFalse();
		assertThat(facts.number("max-output")).isEqualTo(5000);
		assertThat(facts.has("efforts", "huge")).isTrue();
		assertThat(facts.text("thinking", "none")).as("as the library knows").isEqualTo("adaptive");
		assertThat(table.facts("anthropic", "claude-opus-4-8"))
			.isEqualTo(ModelTable.builtIn().facts("claude-opus-4-8"));
		assertThat(table.facts("my", "x").has("thinking", "budget")).isTrue();
		assertThat(table.facts("your", "x")).isEqualTo(ModelFacts.unknown());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			max-ouput     | 1      | there is no fact 'max-ouput': give one of [
			max-output    | many   | fact 'max-output' cannot be 'many': give a whole number, or false
			thinking      | bugdet | give budget, adaptive, both, level
			native-schema | yes    | give true or false
			efforts       | a b    | give words without blanks, or false
			""")
	void areRefusedWhereNobodyKnowsThem(String name, String value, String message) {
		assertThatIllegalArgumentException().isThrownBy(() -> LlmClient.builder().modelFacts("x", Map.of(name, value)))
			.withMessageContaining(message);
	}

	@Test
	void areRefusedForAModelThatIsNoExpression() {
		assertThatIllegalArgumentException().isThrownBy(() -> LlmClient.builder().modelFacts("a(b", Map.of()))
			.withMessageContaining("'a(b' is no regular expression at position 3");
	}

	@Test
	void decideWhatGoesOut() {
		LlmClient client = LlmClient.builder()
			.provider("anthropic", (provider) -> provider.baseUrl(this.llm.url()).apiKey("sk-test"))
			.modelFacts("anthropic/house-model", Map.of("max-output", 1234))
			.build();
		this.llm.enqueue(Reply.json("""
				{"id": "msg_1", "type": "message", "role": "assistant", "model": "house-model",
				 "content": [{"type": "text", "text": "Hi"}], "stop_reason": "end_turn",
				 "usage": {"input_tokens": 1, "output_tokens": 1}}"""));
		assertThat(client.chat("anthropic/house-model").user("Hi").call().content()).isEqualTo("Hi");
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.at("/max_tokens").asInt()).isEqualTo(1234);
		assertThat(client.mutate().dialects()).contains("anthropic");
	}

}
