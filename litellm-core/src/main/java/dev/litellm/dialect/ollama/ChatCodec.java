package dev.litellm.dialect.ollama;

import java.time.Clock;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Failures;
import dev.litellm.dialect.Step;
import dev.litellm.dialect.Target;
import dev.litellm.provider.ModelTable;
import dev.litellm.transport.Framing;
import dev.litellm.transport.WireBody;
import dev.litellm.transport.WireReply;
import dev.litellm.transport.WireRequest;

/**
 * Chats in Ollama's own format.
 */
final class ChatCodec implements Codec<ChatRequest, ChatResponse, ChatChunk> {

	private static final String PATH = "/api/chat";

	private static final String EXPECTED = "an answer to a chat";

	private final OllamaErrors errors;

	private final Clock clock;

	private final ModelTable models;

	ChatCodec(OllamaErrors errors, Clock clock, ModelTable models) {
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
		return Step.attempt(() -> new Step.Listen<>(encode(request, target, true), Framing.NDJSON,
				() -> new LineDecoder(this.errors, now())));
	}

	private WireRequest encode(ChatRequest request, Target target, boolean stream) {
		Map<String, @Nullable Object> body = new BodyBuilder(request, target,
				this.models.facts(target.provider().name(), target.model()))
			.build(stream);
		return WireRequest.postJson(target.uri(PATH), target.headers(), WireBody.json(body));
	}

	private long now() {
		return this.clock.instant().getEpochSecond();
	}

	private ChatResponse decode(WireReply reply) {
		Line line = Failures.read(reply, EXPECTED, Line::read);
		if (line.error() != null) {
			throw this.errors.within(line.error()).asException();
		}
		if (!line.isAnswer()) {
			throw Failures.invalid(reply, EXPECTED, "no message").asException();
		}
		return line.whole(now());
	}

}
