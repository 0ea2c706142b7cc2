package dev.litellm;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.litellm.embedding.EmbeddingResponse;
import dev.litellm.error.Attempt;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.LlmException;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link LlmClient#embeddings(String)}: the engine does for it what it does for
 * chats.
 */
class EmbeddingsTests {

	private final ScriptedLlm openai = ScriptedLlm.start();

	private final ScriptedLlm mistral = ScriptedLlm.start();

	private final LlmClient client = Models.builder(this.openai)
		.provider("mistral", (provider) -> provider.baseUrl(this.mistral.baseUrl()).apiKey("sk-mistral"))
		.build();

	@AfterEach
	void close() {
		this.openai.close();
		this.mistral.close();
	}

	@Test
	void givesAVectorForEachText() {
		this.openai.otherwise(Reply.embedding(new float[] { 0.5f, 1 }, new float[] { -1, 0.25f }));
		EmbeddingResponse response = this.client.embeddings("text-embedding-3-small")
			.input("a", "b")
			.dimensions(2)
			.call();
		assertThat(response.vectors()).containsExactly(new float[] { 0.5f, 1 }, new float[] { -1, 0.25f });
		RecordedRequest request = this.openai.takeRequest();
		assertThat(request.path()).isEqualTo("/v1/embeddings");
		assertThat(request.at("/dimensions").asInt()).isEqualTo(2);
		assertThat(response.provider()).isEqualTo("openai");
	}

	@Test
	void triesAgainAndFallsBack() {
		this.openai.otherwise(Reply.error(503));
		this.mistral.otherwise(Reply.embedding(new float[] { 1 }));
		EmbeddingResponse response = this.client.embeddings("text-embedding-3-small")
			.fallbacks("mistral/mistral-embed")
			.input("a")
			.call();
		assertThat(response.attempts()).extracting(Attempt::provider)
			.containsExactly("openai", "openai", "openai", "mistral");
		assertThat(this.mistral.takeRequest().model()).isEqualTo("mistral-embed");
	}

	@Test
	void failsWhereTheVectorsAreNotAsManyAsTheTexts() {
		this.openai.otherwise(Reply.json("{\"data\":[{\"index\":0,\"embedding\":[1]}]}"));
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.embeddings("text-embedding-3-small").input("a", "b").call());
		assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_RESPONSE);
		assertThat(failure).hasMessageContaining("1 vectors for 2 inputs");
	}

	@Test
	void tellsTheWholeStory() {
		this.openai.otherwise(Reply.error(503));
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.embeddings("text-embedding-3-small").input("a").call());
		assertThat(failure)
			.hasMessageContaining("Call to 'text-embedding-3-small' failed: service unavailable at openai")
			.hasMessageContaining("Tried 3 times:");
	}

}
