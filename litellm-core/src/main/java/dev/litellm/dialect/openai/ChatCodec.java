package dev.litellm.dialect.openai;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Message;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Operation;
import dev.litellm.dialect.Step;
import dev.litellm.dialect.Target;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.error.FailureException;
import dev.litellm.json.Json;
import dev.litellm.provider.Quirks;
import dev.litellm.transport.Framing;
import dev.litellm.transport.WireReply;
import dev.litellm.transport.WireRequest;

/**
 * Chat completions in OpenAI's format.
 */
final class ChatCodec implements Codec<ChatRequest, ChatResponse, ChatChunk> {

	private final OpenAiErrors errors;

	ChatCodec(OpenAiErrors errors) {
		this.errors = errors;
	}

	@Override
	public Step<ChatResponse> call(ChatRequest request, Target target) {
		try {
			return new Step.Ask<>(encode(request, target, false), this::decode);
		}
		catch (FailureException ex) {
			return new Step.Fail<>(ex.failure());
		}
	}

	@Override
	public Step<ChatChunk> stream(ChatRequest request, Target target) {
		try {
			WireRequest wire = encode(request, target, true);
			return new Step.Listen<>(wire, Framing.SSE, () -> new ChunkDecoder(this.errors));
		}
		catch (FailureException ex) {
			return new Step.Fail<>(ex.failure());
		}
	}

	private WireRequest encode(ChatRequest request, Target target, boolean stream) {
		Map<String, @Nullable Object> parameters = Parameters.of(request.parameters(), target);
		streaming(parameters, target.quirks(), stream);
		List<Message> messages = Messages.of(request.messages(), target);
		byte[] body = Json.bytes((generator) -> write(generator, target, messages, parameters));
		return WireRequest.postJson(target.uri(Operation.CHAT), ProxyHeaders.of(target), body);
	}

	private static void streaming(Map<String, @Nullable Object> parameters, Quirks quirks, boolean stream) {
		parameters.remove("stream");
		if (!stream) {
			parameters.remove("stream_options");
			if (quirks.streamFalse()) {
				parameters.put("stream", false);
			}
			return;
		}
		parameters.put("stream", true);
		switch (quirks.streamUsage()) {
			case NEVER -> parameters.remove("stream_options");
			case ALWAYS -> {
				Map<String, @Nullable Object> options = new LinkedHashMap<>();
				if (parameters.get("stream_options") instanceof Map<?, ?> given) {
					given.forEach((name, value) -> options.put(String.valueOf(name), value));
				}
				options.putIfAbsent("include_usage", true);
				parameters.put("stream_options", options);
			}
			case ASKED -> {
			}
		}
	}

	private static void write(JsonGenerator generator, Target target, List<Message> messages,
			Map<String, @Nullable Object> parameters) {
		generator.writeStartObject();
		generator.writeStringProperty("model", model(target));
		generator.writeName("messages");
		Json.write(generator, messages);
		parameters.forEach((name, value) -> {
			generator.writeName(name);
			Json.write(generator, value);
		});
		ProxyHeaders.writeBody(generator, target, parameters);
		generator.writeEndObject();
	}

	private static String model(Target target) {
		String prefix = target.quirks().modelPrefix();
		return (prefix == null || target.model().contains("/")) ? target.model() : prefix + target.model();
	}

	private Step<ChatResponse> decode(WireReply reply) {
		try {
			ChatResponse response = read(reply);
			Object error = response.extra().get("error");
			if (error != null && response.choices().isEmpty()) {
				return new Step.Fail<>(this.errors.within(error, reply.status(), reply.headers()));
			}
			if (response.choices().isEmpty()) {
				return new Step.Fail<>(invalid(reply, "no choices"));
			}
			return new Step.Answer<>(response);
		}
		catch (JacksonException ex) {
			return new Step.Fail<>(invalid(reply, ex.getOriginalMessage()));
		}
	}

	private static ChatResponse read(WireReply reply) {
		try (JsonParser parser = Json.parser(reply.body(), 0, reply.body().length)) {
			parser.nextToken();
			return ChatResponse.read(parser);
		}
	}

	static Failure invalid(WireReply reply, String problem) {
		return new Failure(ErrorKind.INVALID_RESPONSE,
				"the answer is not a chat completion (" + OpenAiErrors.excerpt(problem) + "): "
						+ ((reply.body().length == 0) ? "it is empty" : OpenAiErrors.excerpt(reply.text())),
				reply.status(), null, OpenAiErrors.requestId(reply.headers()), null, null);
	}

}
