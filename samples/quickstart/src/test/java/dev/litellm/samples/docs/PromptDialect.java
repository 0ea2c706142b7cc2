package dev.litellm.samples.docs;

import java.net.URI;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import dev.litellm.call.LlmRequest;
import dev.litellm.call.LlmResponse;
import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Dialect;
import dev.litellm.dialect.Operation;
import dev.litellm.dialect.Step;
import dev.litellm.dialect.Target;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Json;
import dev.litellm.transport.WireReply;
import dev.litellm.transport.WireRequest;

/**
 * A format of docs/guide/own-providers.md.
 */
@Component
class PromptDialect implements Dialect, Codec<ChatRequest, ChatResponse, ChatChunk> {

	@Override
	public String name() {
		return "prompt";
	}

	@Override
	@SuppressWarnings("unchecked")
	public <Q extends LlmRequest<Q>, R extends LlmResponse<R>, C> @Nullable Codec<Q, R, C> codec(
			Operation<Q, R, C> operation) {
		return operation.equals(Operation.CHAT) ? (Codec<Q, R, C>) this : null;
	}

	@Override
	public Step<ChatResponse> call(ChatRequest request, Target target) {
		String prompt = request.messages().get(request.messages().size() - 1).text();
		byte[] body = Json.bytes((out) -> Json.write(out, Map.of("model", target.model(), "prompt", prompt)));
		URI uri = URI.create(target.baseUrl() + "/generate");
		return new Step.Ask<>(WireRequest.postJson(uri, target.headers(), body), this::read);
	}

	private Step<ChatResponse> read(WireReply reply) {
		if (Json.read(reply.body()) instanceof Map<?, ?> answer && answer.get("text") instanceof String text) {
			return new Step.Answer<>(ChatResponse.of(String.valueOf(answer.get("model")), text));
		}
		return new Step.Fail<>(Failure.of(ErrorKind.INVALID_RESPONSE, "the answer has no text: " + reply.text()));
	}

	@Override
	public Failure error(WireReply reply) {
		return Failure.of(ErrorKind.ofStatus(reply.status()), reply.text());
	}

}
