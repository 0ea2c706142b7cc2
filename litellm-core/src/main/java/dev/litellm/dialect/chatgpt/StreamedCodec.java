package dev.litellm.dialect.chatgpt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatAggregator;
import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Message;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Operation;
import dev.litellm.dialect.Step;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.openai.OpenAiDialect;
import dev.litellm.transport.BodyReader;
import dev.litellm.transport.WireReply;

/**
 * Chats whose answers stream whether the caller wants that or not.
 */
final class StreamedCodec implements Codec<ChatRequest, ChatResponse, ChatChunk> {

	private static final String INSTRUCTIONS = "instructions";

	/** The format takes no request without any. */
	private static final String STANDARD = "You are a helpful assistant.";

	/** Bytes that are read at once, since a reader keeps what it has not read yet. */
	private static final int PIECE = 2048;

	private final Codec<ChatRequest, ChatResponse, ChatChunk> inner;

	StreamedCodec(OpenAiDialect openai) {
		this.inner = Objects.requireNonNull(openai.codec(Operation.CHAT));
	}

	@Override
	public Step<ChatResponse> call(ChatRequest request, Target target) {
		Step<ChatChunk> step = stream(request, target);
		if (step instanceof Step.Listen<ChatChunk> listen) {
			return Step.ask(listen.request(), (reply) -> whole(reply, listen));
		}
		return new Step.Fail<>(((Step.Fail<ChatChunk>) step).failure());
	}

	@Override
	public Step<ChatChunk> stream(ChatRequest request, Target target) {
		return Step.attempt(() -> this.inner.stream(instructed(request), target));
	}

	private static ChatRequest instructed(ChatRequest request) {
		List<Message> messages = request.messages();
		boolean begins = !messages.isEmpty() && messages.get(0).role().equals("system") && messages.size() > 1;
		if (begins || request.parameters().containsKey(INSTRUCTIONS)) {
			return request;
		}
		Map<String, @Nullable Object> parameters = new LinkedHashMap<>(request.parameters());
		parameters.put(INSTRUCTIONS, STANDARD);
		return new ChatRequest(request.model(), messages, parameters, request.options());
	}

	private static ChatResponse whole(WireReply reply, Step.Listen<ChatChunk> listen) {
		ChatAggregator answer = new ChatAggregator();
		if (reply.body().length > 0 && reply.body()[0] == '{') {
			listen.decoder().get().whole(reply, answer::add);
			return answer.response();
		}
		byte[] body = reply.body();
		BodyReader<ChatChunk> reader = listen.framing().reader(listen.decoder().get(), Math.max(1, body.length));
		for (int from = 0; from < body.length; from += PIECE) {
			reader.read(body, from, Math.min(PIECE, body.length - from), answer::add);
		}
		reader.end(answer::add);
		return answer.response();
	}

}
