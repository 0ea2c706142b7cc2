package dev.litellm.dialect.mock;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import dev.litellm.call.CallInfo;
import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Choice;
import dev.litellm.chat.ChunkChoice;
import dev.litellm.chat.Delta;
import dev.litellm.chat.FinishReason;
import dev.litellm.chat.Message;
import dev.litellm.chat.ToolCall;
import dev.litellm.chat.Usage;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Step;
import dev.litellm.dialect.Target;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.error.FailureException;
import dev.litellm.json.Json;
import dev.litellm.json.Members;

/**
 * Mocked chats.
 */
final class MockChatCodec implements Codec<ChatRequest, ChatResponse, ChatChunk> {

	private static final String ID = "chatcmpl-mock";

	private static final String TOOL_CALLS = "mock_tool_calls";

	/** The tokens that LiteLLM's mocks tell. */
	private static final Usage USAGE = Usage.of(10, 20);

	private final Clock clock;

	MockChatCodec(Clock clock) {
		this.clock = clock;
	}

	@Override
	public Step<ChatResponse> call(ChatRequest request, Target target) {
		try {
			MockScript script = MockScript.of(request.parameters(), target.model());
			List<ToolCall> calls = calls(request);
			return script.after(() -> answer(script, calls, request, target));
		}
		catch (FailureException ex) {
			return new Step.Fail<>(ex.failure());
		}
	}

	private Step<ChatResponse> answer(MockScript script, List<ToolCall> calls, ChatRequest request, Target target) {
		StringBuilder text = new StringBuilder();
		for (Object piece : script.pieces()) {
			Failure failure = MockErrors.of(piece);
			if (failure != null) {
				return new Step.Fail<>(failure);
			}
			if (piece instanceof Map<?, ?> answer) {
				return whole(answer);
			}
			text.append(piece);
		}
		Message message = new Message("assistant", calls.isEmpty() ? text.toString() : null, List.of(), null, List.of(),
				calls, null, null, Map.of());
		List<Choice> choices = new ArrayList<>();
		for (int i = 0; i < answers(request); i++) {
			choices.add(new Choice(i, message, finish(calls), null, Map.of()));
		}
		return new Step.Answer<>(
				new ChatResponse(ID, now(), target.model(), choices, USAGE, null, null, Map.of(), CallInfo.empty()));
	}

	private static Step<ChatResponse> whole(Map<?, ?> answer) {
		ChatResponse response = ChatResponse.fromJson(Json.text(answer));
		return response.choices().isEmpty() ? new Step.Fail<>(Failure
			.of(ErrorKind.BAD_REQUEST, "'" + MockScript.RESPONSE
					+ "' is an object without choices: give a text, a list of texts, a chat.completion, or an error"))
				: new Step.Answer<>(response);
	}

	@Override
	public Step<ChatChunk> stream(ChatRequest request, Target target) {
		try {
			MockScript script = MockScript.of(request.parameters(), target.model());
			List<ToolCall> calls = calls(request);
			return script.after(() -> new Step.Take<>(chunks(script, calls, request, target)));
		}
		catch (FailureException ex) {
			return new Step.Fail<>(ex.failure());
		}
	}

	private Flux<ChatChunk> chunks(MockScript script, List<ToolCall> calls, ChatRequest request, Target target) {
		List<ChatChunk> chunks = new ArrayList<>();
		for (Object piece : calls.isEmpty() ? script.pieces() : List.of()) {
			Failure failure = MockErrors.of(piece);
			if (failure != null) {
				return Flux.fromIterable(chunks).concatWith(Flux.error(failure.asException()));
			}
			if (piece instanceof Map<?, ?> answer) {
				Step<ChatResponse> whole = whole(answer);
				return (whole instanceof Step.Answer<ChatResponse> told) ? Flux.just(ChatChunk.of(told.value()))
						: Flux.error(((Step.Fail<ChatResponse>) whole).failure().asException());
			}
			chunks.add(chunk(Delta.ofContent(piece.toString()), null, null, request, target));
		}
		for (ToolCall call : calls) {
			chunks.add(chunk(new Delta("assistant", null, null, List.of(), List.of(call), Map.of()), null, null,
					request, target));
		}
		chunks.add(chunk(Delta.empty(), finish(calls), USAGE, request, target));
		return Flux.fromIterable(chunks);
	}

	private ChatChunk chunk(Delta delta, @Nullable String finish, @Nullable Usage usage, ChatRequest request,
			Target target) {
		List<ChunkChoice> choices = new ArrayList<>();
		for (int i = 0; i < answers(request); i++) {
			choices.add(new ChunkChoice(i, delta, finish, null, Map.of()));
		}
		return new ChatChunk(ID, now(), target.model(), choices, usage, Map.of());
	}

	private static int answers(ChatRequest request) {
		return (request.parameters().get("n") instanceof Number number) ? Math.max(1, number.intValue()) : 1;
	}

	private static String finish(List<ToolCall> calls) {
		return calls.isEmpty() ? FinishReason.STOP : FinishReason.TOOL_CALLS;
	}

	private long now() {
		return this.clock.instant().getEpochSecond();
	}

	private static List<ToolCall> calls(ChatRequest request) {
		Object given = request.parameters().get(TOOL_CALLS);
		if (given == null) {
			return List.of();
		}
		Map<String, @Nullable Object> message = new Members();
		message.put("role", "assistant");
		message.put("tool_calls", given);
		try {
			List<ToolCall> read = Message.fromJson(Json.text(message)).toolCalls();
			List<ToolCall> calls = new ArrayList<>();
			for (int i = 0; i < read.size(); i++) {
				ToolCall call = read.get(i);
				calls.add(new ToolCall(i, (call.id() != null) ? call.id() : "call_mock_" + i, "function", call.name(),
						(call.arguments() != null) ? call.arguments() : "{}", call.extra()));
			}
			return calls;
		}
		catch (RuntimeException ex) {
			throw Failure
				.of(ErrorKind.BAD_REQUEST, "'" + TOOL_CALLS
						+ "' is no list of tool calls: give objects with id, type and function {name, arguments}", ex)
				.asException();
		}
	}

}
