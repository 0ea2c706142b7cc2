package dev.litellm.dialect.gemini;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.litellm.LlmClient;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Message;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.ScriptedTests;
import dev.litellm.dialect.StreamSamples;
import dev.litellm.error.Attempt;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.LlmException;
import dev.litellm.error.LlmStreamException;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for streams in Google's format over real sockets.
 */
class GeminiStreamTests extends ScriptedTests {

	private static final String OVERLOADED = """
			data: {"error":{"code":503,"message":"The model is overloaded.","status":"UNAVAILABLE"}}

			""";

	private static final StreamSamples SAMPLES = StreamSamples.of("gemini");

	private final LlmClient client = Gemini.client(this.llm);

	static List<String> samples() {
		return SAMPLES.all();
	}

	private ChatResponse stream() {
		return this.client.chat(Gemini.NEW_MODEL).user("Where is the Louvre?").stream().response().block();
	}

	@Test
	void streamsThoughtsAndKeepsTheirSignatureForTheNextTurn() {
		this.llm.enqueue(Reply.sse(SAMPLES.with("\"thought\":true")), Gemini.text("Well."));
		Message answer = stream().choices().get(0).message();
		assertThat(answer.content()).isEqualTo("Paris.");
		assertThat(answer.reasoningContent()).isEqualTo("It is the capital.");
		RecordedRequest first = this.llm.takeRequest();
		assertThat(first.path()).endsWith("/models/gemini-3-flash-preview:streamGenerateContent");
		assertThat(first.uri().getQuery()).isEqualTo("alt=sse");
		this.client.chat(Gemini.NEW_MODEL)
			.messages(Message.user("Where?"), answer, Message.user("And then?"))
			.call()
			.response();
		RecordedRequest request = this.llm.takeRequest();
		assertThat(request.text("/contents/1/parts/1/text")).isEqualTo("Paris.");
		assertThat(request.text("/contents/1/parts/1/thoughtSignature")).isEqualTo("c2lnbmVk");
	}

	@Test
	void streamsCallsOfToolsEvenWithoutArguments() {
		this.llm.enqueue(Reply.sse(SAMPLES.with("fc_2")).splitEvery(7));
		ChatResponse response = stream();
		assertThat(response.content()).isEqualTo("I look it up.");
		assertThat(response.toolCalls()).extracting(ToolCall::name).containsExactly("get_weather", "get_time");
		assertThat(response.toolCalls()).extracting(ToolCall::arguments).containsExactly("{\"city\":\"Paris\"}", "{}");
		assertThat(response.finishReason()).isEqualTo("tool_calls");
		assertThat(response.choices().get(0).nativeFinishReason()).isEqualTo("STOP");
		assertThat(response.usage().completionTokens()).isEqualTo(20);
	}

	@Test
	void joinsArgumentsThatComePieceByPiece() {
		this.llm.enqueue(Reply.sse(SAMPLES.with("partialArgs")));
		assertThat(stream().toolCalls()).singleElement()
			.extracting(ToolCall::arguments)
			.isEqualTo("{\"city\":\"Paris\",\"at\":{\"hour\":12}}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{"jsonPath":"$.items[0].name","stringValue":"a"},{"jsonPath":"$.items[1].name","stringValue":"b"},{"jsonPath":"$.unit","nullValue":"NULL_VALUE"} | {"items":[{"name":"a"},{"name":"b"}],"unit":null}
					{"jsonPath":"$.unit","nullValue":null} | {"unit":null}
					{"jsonPath":"$.n","numberValue":3,"stringValue":null} | {"n":3}
					{"jsonPath":"$.n","stringValue":null,"numberValue":null,"boolValue":false,"nullValue":null} | {"n":false}
					{"jsonPath":"$.a","stringValue":"x","willContinue":true},{"jsonPath":"$.a"},{"jsonPath":"$.a","nullValue":null} | {"a":"x"}
					{"jsonPath":"$.a[1][0]","numberValue":1},{"jsonPath":"$.a[0]","boolValue":true} | {"a":[true,[1]]}
					{"jsonPath":"$['a.b']['it\\\\'s \\"x\\"'].c","numberValue":1},{"jsonPath":"$[\\"d[0]\\"]","numberValue":2} | {"a.b":{"it's \\"x\\"":{"c":1}},"d[0]":2}
					{"jsonPath":"$.a","stringValue":{"b":1}},{"jsonPath":"$.a.b","numberValue":2} | {"a":{"b":2}}
					""")
	void putsPiecesOfArgumentsWhereTheyBelong(String pieces, String arguments) {
		this.llm.enqueue(Gemini.stream("{\"functionCall\":{\"name\":\"f\",\"willContinue\":true}}",
				"{\"functionCall\":{\"partialArgs\":[" + pieces + "],\"willContinue\":true}}",
				"{\"functionCall\":{}}"));
		assertThat(stream().toolCalls()).singleElement().extracting(ToolCall::arguments).isEqualTo(arguments);
	}

	@Test
	void partsCallsWhoseEndNothingTells() {
		String piece = "\"partialArgs\":[{\"jsonPath\":\"$.n\",\"numberValue\":1}]";
		this.llm.enqueue(Gemini.stream("{\"functionCall\":{\"name\":\"f\"," + piece + "}}",
				"{\"functionCall\":{\"name\":\"g\",\"willContinue\":true}}",
				"{\"functionCall\":{" + piece + "},\"thoughtSignature\":\"c2ln\"}",
				"{\"functionCall\":{\"name\":\"h\",\"args\":{\"m\":2}}}"));
		List<ToolCall> calls = stream().toolCalls();
		assertThat(calls).extracting(ToolCall::name).containsExactly("f", "g", "h");
		assertThat(calls).extracting(ToolCall::arguments).containsExactly("{\"n\":1}", "{\"n\":1}", "{\"m\":2}");
		assertThat(calls.get(1).extra()).hasToString("{provider_specific_fields={thought_signature=c2ln}}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "$", "$[0]", "$.", "$..a", "$.a[999999999]", "$.a[9999999999]", "$.a[-1]", "$.a[*]",
			"$.a['b", "$.a['b\\\\", "$.a['\\\\x']", "$.a[0" })
	void refusesPiecesOfArgumentsThatBelongNowhere(String path) {
		this.llm.otherwise(Gemini.stream("{\"functionCall\":{\"name\":\"f\",\"willContinue\":true}}",
				"{\"functionCall\":{\"partialArgs\":[{\"jsonPath\":\"" + path + "\",\"numberValue\":1}]}}"));
		LlmException failure = catchThrowableOfType(LlmException.class, this::stream);
		assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_RESPONSE);
		assertThat(failure).hasMessageContaining("the path of an argument");
	}

	@Test
	void refusesPiecesOfArgumentsThatAreNestedTooDeep() {
		this.llm.otherwise(Gemini.stream("{\"functionCall\":{\"name\":\"f\",\"willContinue\":true}}",
				"{\"functionCall\":{\"partialArgs\":[{\"jsonPath\":\"$" + ".a".repeat(100_000)
						+ "\",\"numberValue\":1}]}}"));
		LlmException failure = catchThrowableOfType(LlmException.class, this::stream);
		assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_RESPONSE);
	}

	@Test
	void streamsPicturesAndSendsThemBackAsTheyCame() {
		this.llm.enqueue(Gemini.stream(Gemini.PICTURES.split(",\n")), Gemini.text("Bluer now."));
		Message answer = stream().choices().get(0).message();
		this.client.chat(Gemini.NEW_MODEL)
			.messages(Message.user("Paint"), answer, Message.user("Bluer"))
			.call()
			.response();
		this.llm.takeRequest();
		Gemini.checkPictures(this.llm.takeRequest());
	}

	@Test
	void tellsSourcesByTheirPlaceInCharacters() {
		this.llm.enqueue(Reply.sse(SAMPLES.with("groundingMetadata")));
		ChatResponse response = stream();
		assertThat(response.content()).isEqualTo("Grüße aus Paris. Bis bald.");
		Map<?, ?> annotation = (Map<?, ?>) ((List<?>) response.choices().get(0).message().extra().get("annotations"))
			.get(0);
		Map<?, ?> citation = (Map<?, ?>) annotation.get("url_citation");
		assertThat(citation.get("start_index")).isEqualTo(17);
		assertThat(citation.get("end_index")).isEqualTo(26);
	}

	@Test
	void triesAgainAfterAnErrorBeforeTheFirstContent() {
		this.llm.enqueue(Reply.sse(OVERLOADED), Reply.sse(SAMPLES.with("é北🙂")));
		ChatResponse response = stream();
		assertThat(response.content()).isEqualTo("Paris é北🙂.");
		assertThat(response.attempts()).extracting(Attempt::kind).containsExactly(ErrorKind.SERVICE_UNAVAILABLE, null);
	}

	@Test
	void failsWithThePartAfterAnErrorBehindContent() {
		this.llm.otherwise(Reply.sse(StreamSamples.first(SAMPLES.with("é北🙂"), 1) + OVERLOADED));
		LlmStreamException failure = catchThrowableOfType(LlmStreamException.class, this::stream);
		assertThat(failure.partial(ChatResponse.class).content()).isEqualTo("Pa");
		assertThat(failure.partial(ChatResponse.class).usage().promptTokens()).isEqualTo(12);
		assertThat(failure).hasMessageContaining("overloaded");
	}

	@ParameterizedTest
	@MethodSource("samples")
	void failsWhereverTheStreamIsCutOff(String stream) {
		StreamSamples.checkCutOffs(stream, "\"finishReason\"", this.llm, this::stream);
	}

	@Test
	void takesAnAnswerThatCameWholeThoughAStreamWasAskedFor() {
		this.llm.enqueue(Gemini.text("Paris."));
		ChatResponse response = stream();
		assertThat(response.content()).isEqualTo("Paris.");
		assertThat(response.finishReason()).isEqualTo("stop");
	}

}
