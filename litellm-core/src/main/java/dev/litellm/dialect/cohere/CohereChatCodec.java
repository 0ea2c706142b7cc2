package dev.litellm.dialect.cohere;

import java.time.Clock;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Step;
import dev.litellm.dialect.Target;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.provider.ModelTable;
import dev.litellm.transport.Framing;
import dev.litellm.transport.WireBody;
import dev.litellm.transport.WireReply;
import dev.litellm.transport.WireRequest;

/**
 * Chats in Cohere's format.
 */
final class CohereChatCodec implements Codec<ChatRequest, ChatResponse, ChatChunk> {

	static final String EXPECTED = "an answer with a message";

	private static final String PATH = "/v2/chat";

	/** How LiteLLM names models of the first version of the API. */
	private static final String FIRST_VERSION = "v1/";

	private final CohereErrors errors;

	private final Clock clock;

	private final ModelTable models;

	CohereChatCodec(CohereErrors errors, Clock clock, ModelTable models) {
		this.errors = errors;
		this.clock = clock;
		this.models = models;
	}

	@Override
	public Step<ChatResponse> call(ChatRequest request, Target target) {
		return Step.attempt(() -> Step.ask(encode(request, target, false), (reply) -> decode(reply, target)));
	}

	@Override
	public Step<ChatChunk> stream(ChatRequest request, Target target) {
		return Step.attempt(() -> new Step.Listen<>(encode(request, target, true), Framing.SSE,
				() -> new EventDecoder(this.errors, target.model(), now())));
	}

	private WireRequest encode(ChatRequest request, Target target, boolean stream) {
		if (target.model().startsWith(FIRST_VERSION)) {
			String model = target.model().substring(FIRST_VERSION.length());
			throw Failure
				.of(ErrorKind.BAD_REQUEST,
						"version 1 of Cohere's API is not spoken: ask for '" + model + "' instead of '" + target.model()
								+ "', which goes to version 2")
				.asException();
		}
		Map<String, @Nullable Object> body = new BodyBuilder(request, target,
				this.models.facts(target.provider().name(), target.model()))
			.build(stream);
		return WireRequest.postJson(target.uri(PATH), target.headers(), WireBody.json(body));
	}

	private long now() {
		return this.clock.instant().getEpochSecond();
	}

	private ChatResponse decode(WireReply reply, Target target) {
		return AnswerReader.read(reply, this.errors, target.model(), now());
	}

}
