package dev.litellm.dialect.bedrock;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.litellm.LlmClient;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Message;
import dev.litellm.dialect.ScriptedTests;
import dev.litellm.dialect.StreamTrial;
import dev.litellm.error.LlmException;
import dev.litellm.error.LlmStreamException;
import dev.litellm.transport.EventStreams;
import dev.litellm.transport.Playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for the streams of InvokeModel's families, over real sockets, cut and spoiled.
 */
class BedrockInvokeStreamTests extends ScriptedTests {

	private static final String END = "\"amazon-bedrock-invocationMetrics\":{\"inputTokenCount\":14,"
			+ "\"outputTokenCount\":10}";

	private final LlmClient client = Bedrock.client(this.llm);

	static Stream<Family> families() {
		return Stream.of(
				new Family("bedrock/invoke/meta.llama3-8b-instruct-v1:0",
						"{'generation':'Paris','prompt_token_count':14,'stop_reason':null}",
						"{'generation':' é北🙂.','generation_token_count':9,'stop_reason':null}",
						"{'generation':'','generation_token_count':10,'stop_reason':'length',END}"),
				new Family("bedrock/mistral.mistral-7b-instruct-v0:2",
						"{'outputs':[{'text':'Paris','stop_reason':null}]}",
						"{'outputs':[{'text':' é北🙂.','stop_reason':'length'}],END}"),
				new Family("bedrock/amazon.titan-text-express-v1",
						"{'outputText':'Paris','index':0,'completionReason':null}",
						"{'outputText':' é北🙂.','index':0,'completionReason':'LENGTH',END}"),
				new Family("bedrock/deepseek_r1/arn:aws:bedrock:us-west-2:123456789012:imported-model/abc",
						"{'choices':[{'text':'Hm.</thi'}]}", "{'choices':[{'text':'nk>Paris'}]}",
						"{'choices':[{'text':' é北🙂.','stop_reason':'length'}],END}"),
				new Family("bedrock/cohere.command-r-plus-v1:0", "{'event_type':'stream-start','generation_id':'g'}",
						"{'event_type':'text-generation','text':'Paris'}",
						"{'event_type':'text-generation','text':' é北🙂.'}",
						"{'event_type':'stream-end','finish_reason':'MAX_TOKENS','response':{'response_id':'r1'},END}"),
				new Family("bedrock/invoke/ai21.jamba-1-5-large-v1:0",
						"{'id':'c1','choices':[{'index':0,'delta':{'role':'assistant','content':'Paris'}}]}",
						"{'id':'c1','choices':[{'index':0,'delta':{'content':' é北🙂.'},'finish_reason':'length'}],END}"),
				new Family("bedrock/invoke/mistral.mistral-large-2402-v1:0",
						"{'choices':[{'index':0,'message':{'role':'assistant','content':'Paris'},'stop_reason':null}]}",
						"{'choices':[{'index':0,'message':{'role':'assistant','content':' é北🙂.'},'stop_reason':'length'}],"
								+ "END}"));
	}

	@ParameterizedTest
	@MethodSource("families")
	void tellsTextReasonAndTokens(Family family) {
		this.llm.enqueue(Bedrock.stream(family.all()).splitEvery(50));
		ChatResponse response = this.client.chat(family.model()).user("Where?").stream().response().block();
		assertThat(response.content()).isEqualTo("Paris é北🙂.");
		assertThat(response.finishReason()).isEqualTo("length");
		assertThat(response.usage().promptTokens()).isEqualTo(14);
		assertThat(response.usage().completionTokens()).isEqualTo(10);
		assertThat(this.llm.takeRequest().path()).endsWith("/invoke-with-response-stream");
	}

	@ParameterizedTest
	@MethodSource("families")
	void failsWithThePartWhereAnExceptionComesWithin(Family family) {
		byte[][] events = Arrays.copyOf(family.all(), family.events().length);
		events[events.length - 1] = EventStreams.exception("throttlingException", "{\"message\":\"Slow down\"}");
		this.llm.otherwise(Bedrock.stream(events));
		LlmStreamException failure = catchThrowableOfType(LlmStreamException.class,
				() -> this.client.chat(family.model()).user("Where?").stream().response().block());
		assertThat(failure).hasMessageContaining("Slow down");
		assertThat(failure.status()).isEqualTo(429);
		assertThat(failure.partial(ChatResponse.class).choices()).hasSize(1);
	}

	@ParameterizedTest
	@MethodSource("families")
	void readsTheSameHoweverItIsCutAndFailsInOneWayOnly(Family family) {
		StreamTrial trial = family.trial(this.client);
		trial.checkCuts(150);
		trial.checkCutOffs();
		trial.checkSpoiled(200);
		trial.checkLong();
	}

	@Test
	void joinsACharacterThatWasSplitIntoTwoEvents() {
		this.llm.enqueue(Bedrock.stream(new Family("bedrock/invoke/mistral.mistral-large-2402-v1:0",
				"{'choices':[{'index':0,'message':{'content':'\\ud83d'},'stop_reason':null}]}",
				"{'choices':[{'index':0,'message':{'content':'\\ude42'},'stop_reason':'stop'}],END}")
			.all()));
		assertThat(this.client.chat("bedrock/invoke/mistral.mistral-large-2402-v1:0")
			.user("Where?")
			.stream()
			.response()
			.block()
			.content()).isEqualTo("🙂");
	}

	@Test
	void aMessageThatIsNoneTakesNothingAway() {
		this.llm.enqueue(Bedrock.stream(new Family("bedrock/invoke/mistral.mistral-large-2402-v1:0",
				"{'choices':[{'index':0,'delta':{'content':'Paris'},'message':null,'finish_reason':'stop'}],END}")
			.all()));
		assertThat(this.client.chat("bedrock/invoke/mistral.mistral-large-2402-v1:0")
			.user("Where?")
			.stream()
			.response()
			.block()
			.content()).isEqualTo("Paris");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'bytes':'%s','p':'abc'}", "{'bytes':'%s'}", "{'p':'abc','bytes':'%s'}",
			" { 'p' : ['}'], 'bytes' : '%s' } ", "{'bytes':'\\u0065%s'}" })
	void opensAnEventHoweverItsEnvelopeIsWritten(String envelope) {
		String event = "{\"outputText\":\"Paris\",\"completionReason\":\"FINISH\"}";
		String text = Base64.getEncoder().encodeToString(event.getBytes(StandardCharsets.UTF_8));
		String written = envelope.contains("u0065") ? text.substring(1) : text;
		this.llm.enqueue(Bedrock.stream(EventStreams.event("chunk", envelope.replace('\'', '"').formatted(written))));
		ChatResponse response = this.client.chat("bedrock/amazon.titan-text-express-v1")
			.user("Where?")
			.stream()
			.response()
			.block();
		assertThat(response.content()).isEqualTo("Paris");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"bytes\":\"e3-_\"}", "{\"bytes\":\"e30", "[]", "{\"bytes\":\"e30=\"}}" })
	void failsWhereAnEventCannotBeOpened(String event) {
		this.llm.otherwise(Bedrock.stream(EventStreams.event("chunk", event)));
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat("bedrock/amazon.titan-text-express-v1")
					.user("Where?")
					.maxAttempts(1)
					.stream()
					.response()
					.block());
		assertThat(failure).hasMessageContaining("an event of the stream is not");
	}

	@Test
	void readsNovasEventsHoweverTheyAreWrittenAndWhateverTheirTextHolds() {
		this.llm.enqueue(Bedrock.stream(new Family("", "{'messageStart':{'role':'assistant'}}",
				"{'contentBlockDelta':{'delta':{'text':'a } \\' { \\\\'},'contentBlockIndex':0}}",
				"{ 'contentBlockDelta' : {'delta':{'text':' b'},'contentBlockIndex':0} }",
				"{'messageStop':{'stopReason':'max_tokens'}}",
				"{'metadata':{'usage':{'inputTokens':14,'outputTokens':10,'totalTokens':24}},END}")
			.all()));
		ChatResponse response = this.client.chat("bedrock/invoke/amazon.nova-pro-v1:0")
			.user("Where?")
			.stream()
			.response()
			.block();
		assertThat(response.content()).isEqualTo("a } \" { \\ b");
		assertThat(response.finishReason()).isEqualTo("length");
		assertThat(response.usage().totalTokens()).isEqualTo(24);
	}

	@Test
	void tellsTheCallsOfCommandRWithIdsAndCitations() {
		this.llm.enqueue(Bedrock.stream(new Family("", "{'event_type':'text-generation','text':'I look.'}",
				"{'event_type':'citation-generation','citations':[{'start':0,'end':1,'text':'I'}]}",
				"{'event_type':'tool-calls-generation','tool_calls':[{'name':'get_weather','parameters':{'city':'Paris'}},"
						+ "{'name':'get_weather','parameters':{'city':'Rome'}}]}",
				"{'event_type':'stream-end','finish_reason':'COMPLETE',END}")
			.all()));
		ChatResponse response = this.client.chat("bedrock/cohere.command-r-v1:0")
			.user("Weather?")
			.stream()
			.response()
			.block();
		assertThat(response.finishReason()).isEqualTo("tool_calls");
		assertThat(response.toolCalls()).hasSize(2).allMatch((call) -> call.id().startsWith("call_"));
		assertThat(response.toolCalls().get(1).arguments()).isEqualTo("{\"city\":\"Rome\"}");
		assertThat(response.choices().get(0).message().extra()).containsKey("citations");
	}

	@Test
	void fallsBackToWhatTheEventsCountWhereNoMetricsCome() {
		this.llm.enqueue(Bedrock.stream(new Family("", "{'generation':'Paris','prompt_token_count':14}",
				"{'generation':'.','generation_token_count':2,'stop_reason':'stop'}")
			.all()));
		ChatResponse response = this.client.chat("bedrock/invoke/meta.llama3-8b-instruct-v1:0")
			.user("Where?")
			.stream()
			.response()
			.block();
		assertThat(response.usage().totalTokens()).isEqualTo(16);
	}

	/**
	 * A family's stream.
	 *
	 * @param model the model
	 * @param events its events, with ' for " and END for the tokens
	 */
	record Family(String model, String... events) {

		byte[][] all() {
			return Stream.of(this.events).map((event) -> {
				byte[] own = event.replace("END", END).replace('\'', '"').getBytes(StandardCharsets.UTF_8);
				return EventStreams.event("chunk",
						"{\"bytes\":\"" + Base64.getEncoder().encodeToString(own) + "\",\"p\":\"abcd\"}");
			}).toArray(byte[][]::new);
		}

		StreamTrial trial(LlmClient client) {
			Playback network = new Playback().add(200, Bedrock.EVENT_STREAM, EventStreams.join(all()));
			ChatRequest request = ChatRequest.builder(this.model).messages(Message.user("Where?")).build();
			return StreamTrial.of(this.model, network,
					(transport) -> client.mutate().transport(transport).build().completionStream(request));
		}

		@Override
		public String toString() {
			return this.model;
		}

	}

}
