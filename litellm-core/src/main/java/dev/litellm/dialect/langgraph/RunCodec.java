package dev.litellm.dialect.langgraph;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Message;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Step;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.Unsupported;
import dev.litellm.json.Json;
import dev.litellm.json.Values;
import dev.litellm.transport.Framing;
import dev.litellm.transport.WireBody;
import dev.litellm.transport.WireRequest;

/**
 * Chats as runs of an assistant: without a thread, or on the one that is named.
 */
final class RunCodec implements Codec<ChatRequest, ChatResponse, ChatChunk> {

	private static final String THREAD = "thread_id";

	private static final Set<String> ELSEWHERE = Set.of("stream", "stream_options", THREAD);

	private final Clock clock;

	RunCodec(Clock clock) {
		this.clock = clock;
	}

	@Override
	public Step<ChatResponse> call(ChatRequest request, Target target) {
		return Step.attempt(() -> Step.ask(encode(request, target, false), answers(target)::whole));
	}

	@Override
	public Step<ChatChunk> stream(ChatRequest request, Target target) {
		return Step.attempt(() -> new Step.Listen<>(encode(request, target, true), Framing.SSE,
				() -> new EventDecoder(answers(target))));
	}

	private StateReader answers(Target target) {
		return new StateReader(target.model(), this.clock.instant().getEpochSecond());
	}

	private static WireRequest encode(ChatRequest request, Target target, boolean stream) {
		Map<String, @Nullable Object> body = Values.object("assistant_id", target.model());
		body.put("input", (Json.Writable) (generator) -> writeInput(request.messages(), generator));
		if (stream) {
			body.put("stream_mode", "messages-tuple");
		}
		Unsupported refused = new Unsupported(target, Unsupported.OPENAI);
		request.parameters().forEach((name, value) -> {
			if (name.equals("user")) {
				target.note("user was left out: LangGraph does not take it");
			}
			else if (Unsupported.OPENAI.contains(name) && !ELSEWHERE.contains(name)) {
				refused.add(name);
			}
			else if (value != null && !ELSEWHERE.contains(name)) {
				body.put(name, value);
			}
		});
		refused.settle();
		Object thread = request.parameters().get(THREAD);
		String path = ((thread != null) ? "/threads/" + segment(thread.toString()) : "") + "/runs/"
				+ (stream ? "stream" : "wait");
		return WireRequest.postJson(URI.create(target.baseUrl() + path), target.headers(), WireBody.json(body));
	}

	private static String segment(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

	private static void writeInput(List<Message> messages, JsonGenerator generator) {
		generator.writeStartObject();
		generator.writeName("messages");
		generator.writeStartArray();
		messages.forEach((message) -> write(message, generator));
		generator.writeEndArray();
		generator.writeEndObject();
	}

	private static void write(Message message, JsonGenerator generator) {
		generator.writeStartObject();
		generator.writeStringProperty("role", switch (message.role()) {
			case "user" -> "human";
			case "developer" -> "system";
			case "function" -> "tool";
			default -> message.role();
		});
		generator.writeName("content");
		Json.write(generator, message.parts().isEmpty() ? message.text() : message.parts());
		if (message.toolCallId() != null) {
			generator.writeStringProperty("tool_call_id", message.toolCallId());
		}
		if (!message.toolCalls().isEmpty()) {
			generator.writeName("tool_calls");
			Json.write(generator, message.toolCalls());
		}
		if (message.extra().get("metadata") != null) {
			generator.writeName("metadata");
			Json.write(generator, message.extra().get("metadata"));
		}
		generator.writeEndObject();
	}

}
