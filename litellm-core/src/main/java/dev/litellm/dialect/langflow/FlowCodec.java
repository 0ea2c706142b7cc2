package dev.litellm.dialect.langflow;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.CallInfo;
import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Choice;
import dev.litellm.chat.ContentPart;
import dev.litellm.chat.FinishReason;
import dev.litellm.chat.Message;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Failures;
import dev.litellm.dialect.Operation;
import dev.litellm.dialect.Step;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.Unsupported;
import dev.litellm.json.Values;
import dev.litellm.transport.WireBody;
import dev.litellm.transport.WireReply;
import dev.litellm.transport.WireRequest;

/**
 * Chats as runs of a flow. A stream is asked for whole: what Langflow streams is declared
 * as server-sent events and is none.
 */
final class FlowCodec implements Codec<ChatRequest, ChatResponse, ChatChunk> {

	private static final String EXPECTED = "the outputs of a run";

	static final String SESSION = "session_id";

	private static final String CHAT = "chat";

	private final Clock clock;

	FlowCodec(Clock clock) {
		this.clock = clock;
	}

	@Override
	public Step<ChatResponse> call(ChatRequest request, Target target) {
		return Step.attempt(() -> Step.ask(encode(request, target), (reply) -> decode(reply, target)));
	}

	@Override
	public Step<ChatChunk> stream(ChatRequest request, Target target) {
		return Step.attempt(() -> Step.ask(encode(request, target), (reply) -> ChatChunk.of(decode(reply, target))));
	}

	private static WireRequest encode(ChatRequest request, Target target) {
		Map<String, @Nullable Object> body = Values.object("input_value", input(request, target));
		body.put("input_type", CHAT);
		body.put("output_type", CHAT);
		String session = target.options().proxy().sessionId();
		if (session != null) {
			body.put(SESSION, session);
		}
		Unsupported refused = new Unsupported(target, Unsupported.OPENAI);
		request.parameters().forEach((name, value) -> {
			if (name.equals("user")) {
				target.note("user was left out: Langflow does not take it");
			}
			else if (Unsupported.OPENAI.contains(name)) {
				refused.add(name);
			}
			else if (value != null && !name.startsWith("stream")) {
				body.put(name, value);
			}
		});
		refused.settle();
		return WireRequest.postJson(target.uri(Operation.CHAT, "/api/v1/run/{model}?stream=false", false),
				target.headers(), WireBody.json(body));
	}

	/**
	 * A flow remembers a session by itself; without one it gets the whole conversation.
	 */
	private static String input(ChatRequest request, Target target) {
		List<Message> messages = request.messages();
		boolean remembered = request.parameters().get(SESSION) != null || target.options().proxy().sessionId() != null;
		if (remembered && !messages.isEmpty()) {
			return text(messages.get(messages.size() - 1), target);
		}
		return messages.stream().map((message) -> text(message, target)).collect(Collectors.joining("\n"));
	}

	private static String text(Message message, Target target) {
		for (ContentPart part : message.parts()) {
			if (!(part instanceof ContentPart.Text)) {
				Unsupported.part(part, target, "text");
			}
		}
		return message.text();
	}

	private ChatResponse decode(WireReply reply, Target target) {
		RunReader run = Failures.read(reply, EXPECTED, new RunReader()::read);
		if (run.text() == null) {
			throw Failures.invalid(reply, EXPECTED, "no message").asException();
		}
		Map<String, @Nullable Object> extra = (run.session() != null) ? Values.object(SESSION, run.session())
				: Map.of();
		return new ChatResponse(null, this.clock.instant().getEpochSecond(), target.model(),
				List.of(new Choice(0, Message.assistant(run.text()), FinishReason.STOP, null, Map.of())), null, null,
				null, extra, CallInfo.empty());
	}

}
