package dev.litellm.dialect.chatgpt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Message;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Operation;
import dev.litellm.dialect.Step;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.openai.OpenAiDialect;
import dev.litellm.dialect.openai.responses.ResponsesFormat;

/**
 * Chats whose answers stream whether the caller wants that or not.
 */
final class StreamedCodec implements Codec<ChatRequest, ChatResponse, ChatChunk> {

	private static final String INSTRUCTIONS = "instructions";

	/** The format takes no request without any. */
	private static final String STANDARD = "You are a helpful assistant.";

	private final Codec<ChatRequest, ChatResponse, ChatChunk> inner;

	StreamedCodec(OpenAiDialect openai) {
		this.inner = Objects.requireNonNull(openai.codec(Operation.CHAT));
	}

	@Override
	public Step<ChatResponse> call(ChatRequest request, Target target) {
		Step<ChatChunk> step = stream(request, target);
		if (step instanceof Step.Listen<ChatChunk> listen) {
			return new Step.Listen<>(listen.request(), listen.framing(),
					() -> new GatheringDecoder(listen.decoder().get()));
		}
		return new Step.Fail<>(((Step.Fail<ChatChunk>) step).failure());
	}

	@Override
	public Step<ChatChunk> stream(ChatRequest request, Target target) {
		return Step.attempt(() -> this.inner.stream(instructed(request), target));
	}

	private static ChatRequest instructed(ChatRequest request) {
		List<Message> messages = request.messages();
		if (request.parameters().get(INSTRUCTIONS) != null || ResponsesFormat.isInstructed(messages)) {
			return request;
		}
		Map<String, @Nullable Object> parameters = new LinkedHashMap<>(request.parameters());
		parameters.put(INSTRUCTIONS, STANDARD);
		return new ChatRequest(request.model(), messages, parameters, request.options());
	}

}
