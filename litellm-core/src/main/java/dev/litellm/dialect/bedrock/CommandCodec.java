package dev.litellm.dialect.bedrock;

import java.time.Clock;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Step;
import dev.litellm.dialect.Target;
import dev.litellm.transport.Framing;
import dev.litellm.transport.WireRequest;

/**
 * Chats in the format of Command R, which is that of Cohere's first API.
 */
final class CommandCodec implements Codec<ChatRequest, ChatResponse, ChatChunk> {

	private final Clock clock;

	CommandCodec(Clock clock) {
		this.clock = clock;
	}

	@Override
	public Step<ChatResponse> call(ChatRequest request, Target target) {
		return Step.attempt(() -> Step.ask(encode(request, target, false),
				(reply) -> CommandAnswer.whole(reply, target.model(), now())));
	}

	@Override
	public Step<ChatChunk> stream(ChatRequest request, Target target) {
		return Step.attempt(() -> new Step.Listen<>(encode(request, target, true), Framing.AWS_EVENT_STREAM,
				() -> new CommandDecoder(target.model(), now())));
	}

	private long now() {
		return this.clock.instant().getEpochSecond();
	}

	private static WireRequest encode(ChatRequest request, Target target, boolean stream) {
		return InvokeEnvelope.make(CommandRequest.of(request, target), target.headers(), target, stream);
	}

}
