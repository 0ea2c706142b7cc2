package dev.litellm.dialect.prompt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.litellm.LlmClient;
import dev.litellm.Models;
import dev.litellm.chat.ChatResponse;
import dev.litellm.dialect.ScriptedTests;
import dev.litellm.dialect.StreamSamples;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.LlmException;
import dev.litellm.error.LlmStreamException;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for Triton, NLP Cloud and Predibase over real sockets.
 */
class PromptFormatsTests extends ScriptedTests {

	private static final StreamSamples TRITON = StreamSamples.of("triton");

	private static final StreamSamples PREDIBASE = StreamSamples.of("predibase");

	private LlmClient client(String provider, String path) {
		return LlmClient.builder()
			.provider(provider, (spec) -> spec.baseUrl(this.llm.url() + path).apiKey("sk-test"))
			.environment((name) -> name.equals("PREDIBASE_TENANT_ID") ? "acme" : null)
			.settings((settings) -> settings.withRetries(Models.QUICK))
			.build();
	}

	private ChatResponse stream(String provider, String path) {
		return client(provider, path).chat(provider + "/llama").user("Where?").stream().response().block();
	}

	@ParameterizedTest
	@CsvSource({ "'',/v2/models/llama", "/v2/models/mine,/v2/models/mine", "/v2/models/mine/generate,/v2/models/mine" })
	void findsTritonsEndpointWhateverTheBaseUrlHolds(String path, String model) {
		this.llm.enqueue(Reply.json("{\"model_name\": \"llama\", \"text_output\": \"Paris.\"}"),
				Reply.sse(TRITON.with("é北🙂")));
		ChatResponse response = client("triton", path).chat("triton/llama")
			.system("Be brief.")
			.user("Where?")
			.temperature(0.5)
			.extra("top_k", 5)
			.call()
			.response();
		assertThat(response.content()).isEqualTo("Paris.");
		assertThat(response.model()).isEqualTo("llama");
		assertThat(response.usage()).isNull();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.path()).isEqualTo(model + "/generate");
		assertThat(request.text("/text_input")).isEqualTo("Be brief. Where?");
		assertThat(request.at("/parameters/max_tokens").asInt()).isEqualTo(2000);
		assertThat(request.at("/parameters/temperature").asDouble()).isEqualTo(0.5);
		assertThat(request.at("/parameters/top_k").asInt()).isEqualTo(5);
		assertThat(stream("triton", path).content()).isEqualTo("Paris é北🙂.");
		assertThat(this.llm.takeRequest().path()).isEqualTo(model + "/generate_stream");
	}

	@Test
	void infersByTensorsWhereTheBaseUrlSaysSo() {
		this.llm.otherwise(Reply
			.json("{\"model_name\": \"llama\", \"outputs\": [{\"name\": \"text_output\", \"data\": [\"Paris.\"]}]}"));
		assertThat(stream("triton", "/v2/models/llama/infer").content()).isEqualTo("Paris.");
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.path()).isEqualTo("/v2/models/llama/infer");
		assertThat(request.text("/inputs/0/data/0")).isEqualTo("Where?");
		assertThat(request.text("/inputs/1/datatype")).isEqualTo("INT32");
	}

	@Test
	void failsWithThePartWhereTritonFailsWithinTheStream() {
		this.llm
			.otherwise(Reply.sse(StreamSamples.first(TRITON.with("é北🙂"), 1) + "data: {\"error\": \"no memory\"}\n\n"));
		LlmStreamException failure = catchThrowableOfType(LlmStreamException.class, () -> stream("triton", ""));
		assertThat(failure).hasMessageContaining("no memory");
		assertThat(failure.partial(ChatResponse.class).content()).isEqualTo("Pa");
	}

	@Test
	void takesAStreamOfTritonThatHoldsNothingForABrokenOne() {
		this.llm.otherwise(Reply.sse(""));
		assertThat(catchThrowableOfType(LlmException.class, () -> stream("triton", "")).kind())
			.isEqualTo(ErrorKind.CONNECTION);
	}

	@Test
	void generatesAtNlpCloudStreamedOrNot() {
		this.llm.otherwise(
				Reply.json("{\"generated_text\": \"Paris.\", \"nb_generated_tokens\": 8, \"nb_input_tokens\": 14}"));
		ChatResponse response = client("nlp_cloud", "/v1/gpu").chat("nlp_cloud/dolphin")
			.user("Where?")
			.maxTokens(10)
			.stop("END")
			.call()
			.response();
		assertThat(response.content()).isEqualTo("Paris.");
		assertThat(response.usage().totalTokens()).isEqualTo(22);
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.path()).isEqualTo("/v1/gpu/dolphin/generation");
		assertThat(request.header("authorization")).isEqualTo("Token sk-test");
		assertThat(request.text("/text")).isEqualTo("Where?");
		assertThat(request.at("/max_length").asInt()).isEqualTo(10);
		assertThat(request.text("/end_sequence")).isEqualTo("END");
		assertThat(request.at("/remove_end_sequence").asBoolean()).isTrue();
		assertThat(stream("nlp_cloud", "/v1/gpu").content()).isEqualTo("Paris.");
		assertThat(this.llm.takeRequest().json().has("stream")).isFalse();
	}

	@Test
	void generatesAtTheTenantsDeploymentOfPredibase() {
		this.llm.enqueue(Reply.json("""
				{"generated_text": "Paris.", "details": {"finish_reason": "eos_token", "prompt_tokens": 14,
				 "generated_tokens": 8}}"""));
		ChatResponse response = client("predibase", "").chat("predibase/llama")
			.user("Where?")
			.temperature(0)
			.call()
			.response();
		assertThat(response.content()).isEqualTo("Paris.");
		assertThat(response.finishReason()).isEqualTo("stop");
		assertThat(response.choices().get(0).nativeFinishReason()).isEqualTo("eos_token");
		assertThat(response.usage().totalTokens()).isEqualTo(22);
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.path()).isEqualTo("/acme/deployments/v2/llms/llama/generate");
		assertThat(request.header("authorization")).isEqualTo("Bearer sk-test");
		assertThat(request.at("/parameters/max_new_tokens").asInt()).isEqualTo(4096);
		assertThat(request.at("/parameters/do_sample").asBoolean(true)).isFalse();
		assertThat(request.at("/parameters").has("temperature")).isFalse();
	}

	@Test
	void streamsPredibasesTokensWithoutTheModelsMarks() {
		this.llm.enqueue(Reply.sse(PREDIBASE.with("é北🙂")).splitEvery(7));
		ChatResponse response = stream("predibase", "");
		assertThat(response.content()).isEqualTo("Paris é北🙂.");
		assertThat(response.finishReason()).isEqualTo("length");
		assertThat(response.usage().completionTokens()).isEqualTo(9);
		assertThat(this.llm.takeRequest().path()).isEqualTo("/acme/deployments/v2/llms/llama/generate_stream");
	}

	@Test
	void failsWhereverPredibasesStreamIsCutOff() {
		StreamSamples.checkCutOffs(PREDIBASE.with("é北🙂"), "finish_reason", this.llm, () -> stream("predibase", ""));
	}

	@Test
	void triesAgainWherePredibaseIsOverloadedWithinTheStream() {
		this.llm.enqueue(Reply.sse("data:{\"error\":\"Model is overloaded\",\"error_type\":\"overloaded\"}\n\n"),
				Reply.sse(PREDIBASE.with("é北🙂")));
		ChatResponse response = stream("predibase", "");
		assertThat(response.attempts().get(0).kind()).isEqualTo(ErrorKind.RATE_LIMIT);
	}

	@Test
	void saysThatPredibaseNeedsATenant() {
		LlmClient client = LlmClient.builder().provider("predibase", (spec) -> spec.apiKey("sk-test")).build();
		assertThat(
				catchThrowableOfType(LlmException.class, () -> client.chat("predibase/x").user("Hi").call().content()))
			.hasMessageContaining("tenant-id");
	}

}
