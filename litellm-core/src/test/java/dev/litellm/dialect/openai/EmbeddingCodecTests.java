package dev.litellm.dialect.openai;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.litellm.dialect.Step;
import dev.litellm.embedding.EmbeddingResponse;
import dev.litellm.error.ErrorKind;

import static org.assertj.core.api.Assertions.assertThat;

class EmbeddingCodecTests {

	@Test
	void sendsOneTextAsTheProviderWantsIt() {
		assertThat(Asked.of("openai/text-embedding-3-small").embedding(Map.of(), "a").get("input")).isEqualTo("a");
		assertThat(Asked.of("jina_ai/jina-embeddings-v3").embedding(Map.of(), "a").get("input"))
			.isEqualTo(List.of("a"));
		assertThat(Asked.of("openai/x").embedding(Map.of(), "a", "b").get("input")).isEqualTo(List.of("a", "b"));
		assertThat(Asked.of("openai/x").embedding(Map.of(), List.of(1, 2), List.of(3)).get("input"))
			.isEqualTo(List.of(List.of(1, 2), List.of(3)));
	}

	@Test
	void namesAndLeavesOutParametersAsChatDoes() {
		assertThat(Asked.of("voyage/voyage-3.5").embedding(Map.of("dimensions", 3), "a").get("output_dimension"))
			.isEqualTo(3);
		assertThat(Asked.of("openai/text-embedding-3-small").embedding(Map.of("dimensions", 3, "user", "ann"), "a"))
			.hasSize(4);
		Asked dropping = Asked.of("openai/text-embedding-ada-002", true);
		assertThat(dropping.embedding(Map.of("dimensions", 3), "a").get("dimensions")).isNull();
		assertThat(dropping.notes()).singleElement().asString().contains("dimensions");
	}

	@Test
	void readsVectorsInTheOrderOfTheInputs() {
		EmbeddingResponse response = answer("""
				{"object": "list", "model": "m", "data": [
				{"object": "embedding", "index": 1, "embedding": [3, 4.5]},
				{"object": "embedding", "index": 0, "embedding": [1, 2]}],
				"usage": {"prompt_tokens": 5, "total_tokens": 5}}""", "a", "b");
		assertThat(response.vectors().get(0)).containsExactly(1, 2);
		assertThat(response.vectors().get(1)).containsExactly(3, 4.5f);
		assertThat(response.usage().promptTokens()).isEqualTo(5);
	}

	@Test
	void readsVectorsInTheOrderOfTheInputsWhateverOrderTheyComeIn() {
		EmbeddingResponse response = answer(
				"""
						{"data": [{"index": 2, "embedding": [2]}, {"index": 1, "embedding": [1]}, {"index": 0, "embedding": [0]}]}""",
				"a", "b", "c");
		assertThat(response.vectors()).containsExactly(new float[] { 0 }, new float[] { 1 }, new float[] { 2 });
	}

	@Test
	void keepsTheOrderOfVectorsThatAreAllNumberedAlike() {
		EmbeddingResponse response = answer("""
				{"data": [{"index": 0, "embedding": [1]}, {"index": 0, "embedding": [2]}], "model": {"a": 1}}""", "a",
				"b");
		assertThat(response.vectors()).containsExactly(new float[] { 1 }, new float[] { 2 });
		assertThat(response.model()).isNull();
	}

	@Test
	void readsVectorsInBase64() {
		assertThat(answer("{\"data\": [{\"index\": 0, \"embedding\": \"AACAPwAAAEA=\"}, "
				+ "{\"index\": 1, \"embedding\": [0]}]}", "a", "b")
			.vector()).containsExactly(1, 2);
	}

	@Test
	void refusesAnAnswerThatIsNoneOrOfAnotherNumber() {
		Asked asked = Asked.of("openai/x");
		for (String body : List.of("{\"data\": []}", "<html>", "{\"data\": [{\"embedding\": [1]}", "",
				"{\"data\": {\"a\": [{\"embedding\": [1]}]}}", "{\"data\": [1]}", "{\"data\": [{\"index\": 0}]}",
				"{\"data\": [{\"embedding\": \"?\"}]}")) {
			Step<EmbeddingResponse> step = asked.embeddingAnswer(body, "a");
			assertThat(((Step.Fail<EmbeddingResponse>) step).failure().kind()).isEqualTo(ErrorKind.INVALID_RESPONSE);
		}
	}

	private static EmbeddingResponse answer(String body, Object... input) {
		return ((Step.Answer<EmbeddingResponse>) Asked.of("openai/x").embeddingAnswer(body, input)).value();
	}

}
