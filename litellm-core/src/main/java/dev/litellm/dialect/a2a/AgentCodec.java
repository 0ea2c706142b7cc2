package dev.litellm.dialect.a2a;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Step;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.Unsupported;
import dev.litellm.json.Values;
import dev.litellm.transport.Framing;
import dev.litellm.transport.WireBody;
import dev.litellm.transport.WireReply;
import dev.litellm.transport.WireRequest;

/**
 * Chats as messages to an agent, whose task is looked at until it has ended.
 */
final class AgentCodec implements Codec<ChatRequest, ChatResponse, ChatChunk> {

	private static final String CONTEXT = "context_id";

	private static final String TASK = "task_id";

	private static final Duration PAUSE = Duration.ofSeconds(1);

	private final Clock clock;

	AgentCodec(Clock clock) {
		this.clock = clock;
	}

	@Override
	public Step<ChatResponse> call(ChatRequest request, Target target) {
		return Step.attempt(() -> new Step.Ask<>(encode(request, target, false), (reply) -> decode(reply, target)));
	}

	@Override
	public Step<ChatChunk> stream(ChatRequest request, Target target) {
		return Step.attempt(() -> new Step.Listen<>(encode(request, target, true), Framing.SSE,
				() -> new EventDecoder(now(), target.model())));
	}

	private long now() {
		return this.clock.instant().getEpochSecond();
	}

	private Step<ChatResponse> decode(WireReply reply, Target target) {
		return Step.attempt(() -> {
			Answer answer = Answer.of(reply);
			String task = answer.pending();
			return (task == null) ? new Step.Answer<>(answer.response(target.model(), now()))
					: new Step.Wait<>(PAUSE,
							() -> new Step.Ask<>(rpc(Version.of(target).look(), Map.of("id", task), target),
									(later) -> decode(later, target)));
		});
	}

	private static WireRequest encode(ChatRequest request, Target target, boolean stream) {
		Version version = Version.of(target);
		Map<String, @Nullable Object> given = new LinkedHashMap<>(request.parameters());
		Object context = given.remove(CONTEXT);
		Object task = given.remove(TASK);
		ThreadLocalRandom random = ThreadLocalRandom.current();
		String text = text(request.messages(), context != null || task != null, target);
		Map<String, @Nullable Object> params = Values.object("message",
				version.message(new UUID(random.nextLong(), random.nextLong()).toString(), text, context, task));
		Unsupported refused = new Unsupported(target, Unsupported.OPENAI);
		given.forEach((name, value) -> {
			if (name.equals("user")) {
				target.note("user was left out: A2A does not take it");
			}
			else if (Unsupported.OPENAI.contains(name)) {
				refused.add(name);
			}
			else if (value != null && !name.startsWith("stream")) {
				params.put(name, value);
			}
		});
		refused.settle();
		return rpc(version.send(stream), params, target);
	}

	private static WireRequest rpc(String method, Map<String, ? extends @Nullable Object> params, Target target) {
		Map<String, @Nullable Object> body = Values.object("jsonrpc", "2.0");
		body.put("id", "1");
		body.put("method", method);
		body.put("params", params);
		Map<String, String> headers = target.headers();
		if (Version.of(target) == Version.V1_0) {
			headers.put("A2A-Version", "1.0");
		}
		return WireRequest.postJson(URI.create(target.baseUrl()), headers, WireBody.json(body));
	}

	/** An agent remembers a context by itself; without one it gets all that was said. */
	private static String text(List<Message> messages, boolean remembered, Target target) {
		List<Message> told = (remembered && !messages.isEmpty())
				? messages.subList(messages.size() - 1, messages.size()) : messages;
		return told.stream().map((message) -> {
			for (ContentPart part : message.parts()) {
				if (!(part instanceof ContentPart.Text)) {
					Unsupported.part(part, target, "text");
				}
			}
			return message.text();
		}).collect(Collectors.joining("\n"));
	}

}
