package dev.litellm.dialect.gemini;

import java.net.URI;
import java.time.Clock;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Failures;
import dev.litellm.dialect.Operation;
import dev.litellm.dialect.Step;
import dev.litellm.dialect.Target;
import dev.litellm.provider.BaseUrls;
import dev.litellm.provider.ModelFacts;
import dev.litellm.provider.ModelTable;
import dev.litellm.transport.Framing;
import dev.litellm.transport.WireBody;
import dev.litellm.transport.WireReply;
import dev.litellm.transport.WireRequest;

/**
 * Chats in Google's {@code generateContent} format.
 */
final class GenerateCodec implements Codec<ChatRequest, ChatResponse, ChatChunk> {

	private static final String STANDARD_VERSION = "v1beta";

	private final GeminiErrors errors;

	private final Clock clock;

	private final ModelTable models;

	GenerateCodec(GeminiErrors errors, Clock clock, ModelTable models) {
		this.errors = errors;
		this.clock = clock;
		this.models = models;
	}

	@Override
	public Step<ChatResponse> call(ChatRequest request, Target target) {
		return Step.attempt(() -> Step.ask(encode(request, target, false), this::decode));
	}

	@Override
	public Step<ChatChunk> stream(ChatRequest request, Target target) {
		return Step.attempt(() -> new Step.Listen<>(encode(request, target, true), Framing.SSE,
				() -> new EventDecoder(this.errors, now())));
	}

	private long now() {
		return this.clock.instant().getEpochSecond();
	}

	private WireRequest encode(ChatRequest request, Target target, boolean stream) {
		ModelFacts facts = this.models.facts(target.provider().name(), target.model());
		Map<String, @Nullable Object> body = new BodyBuilder(request, target, facts).build();
		return WireRequest.postJson(uri(target, facts, stream), target.headers(), WireBody.json(body));
	}

	/**
	 * A base URL with a path names the version itself.
	 */
	private static URI uri(Target target, ModelFacts facts, boolean stream) {
		String version = BaseUrls.hasPath(target.baseUrl()) ? "" : "/" + facts.text("api", STANDARD_VERSION);
		String verb = stream ? ":streamGenerateContent?alt=sse" : ":generateContent";
		return target.uri(Operation.CHAT, version + "/models/" + target.encodedModel() + verb, stream);
	}

	private ChatResponse decode(WireReply reply) {
		Answer answer = Answer.whole(reply, this.errors);
		if (!answer.isTold()) {
			throw Failures.invalid(reply, Answer.EXPECTED, "no candidates").asException();
		}
		return answer.response(now(), reply.headers());
	}

}
