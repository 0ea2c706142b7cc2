package dev.litellm.dialect.sap;

import java.util.Objects;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Operation;
import dev.litellm.dialect.Step;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.openai.OpenAiDialect;
import dev.litellm.transport.WireRequest;

/**
 * Chats with the orchestration service, at a deployment that is looked up before.
 */
final class SapCodec implements Codec<ChatRequest, ChatResponse, ChatChunk> {

	private final Codec<ChatRequest, ChatResponse, ChatChunk> inner;

	private final Deployments deployments;

	SapCodec(OpenAiDialect inner, Deployments deployments) {
		this.inner = Objects.requireNonNull(inner.codec(Operation.CHAT));
		this.deployments = deployments;
	}

	@Override
	public Step<ChatResponse> call(ChatRequest request, Target target) {
		return Step.attempt(() -> {
			Step<ChatResponse> step = this.inner.call(request, target);
			return (step instanceof Step.Ask<ChatResponse> ask) ? this.deployments.locate(target,
					(id) -> new Step.Ask<>(request(ask.request(), target, id), ask.then())) : step;
		});
	}

	@Override
	public Step<ChatChunk> stream(ChatRequest request, Target target) {
		return Step.attempt(() -> {
			Step<ChatChunk> step = this.inner.stream(request, target);
			return (step instanceof Step.Listen<ChatChunk> listen)
					? this.deployments.locate(target, (id) -> new Step.Listen<>(request(listen.request(), target, id),
							listen.framing(), listen.decoder()))
					: step;
		});
	}

	private static WireRequest request(WireRequest asked, Target target, String id) {
		return asked.at(target.uri("/v2/inference/deployments/" + id + "/v2/completion"));
	}

}
