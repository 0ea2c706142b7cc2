package dev.litellm.dialect.anthropic;

import java.net.URI;
import java.time.Clock;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Operation;
import dev.litellm.dialect.RequestForm;
import dev.litellm.dialect.Step;
import dev.litellm.dialect.Target;
import dev.litellm.provider.ModelTable;
import dev.litellm.transport.Framing;
import dev.litellm.transport.WireBody;
import dev.litellm.transport.WireRequest;

/**
 * Chats in Anthropic's Messages format.
 */
final class MessagesCodec implements Codec<ChatRequest, ChatResponse, ChatChunk> {

	private static final String PATH = "/v1/messages";

	/** Keys of Claude subscriptions, which go into another header than API keys. */
	private static final String SUBSCRIPTION_KEY = "sk-ant-oat";

	private final AnthropicErrors errors;

	private final Clock clock;

	private final ModelTable models;

	private final RequestForm form;

	MessagesCodec(AnthropicErrors errors, Clock clock, ModelTable models, RequestForm form) {
		this.errors = errors;
		this.clock = clock;
		this.models = models;
		this.form = form;
	}

	@Override
	public Step<ChatResponse> call(ChatRequest request, Target target) {
		return Step.attempt(() -> {
			BodyBuilder builder = builder(request, target);
			return Step.ask(encode(builder, target, false),
					(reply) -> new AnswerReader(this.errors, builder).read(reply, created()));
		});
	}

	@Override
	public Step<ChatChunk> stream(ChatRequest request, Target target) {
		return Step.attempt(() -> {
			BodyBuilder builder = builder(request, target);
			return new Step.Listen<>(encode(builder, target, true), Framing.SSE,
					() -> new EventDecoder(this.errors, builder, created()));
		});
	}

	private BodyBuilder builder(ChatRequest request, Target target) {
		return new BodyBuilder(request, target, this.models.facts(target.provider().name(), target.knownModel()));
	}

	private long created() {
		return this.clock.instant().getEpochSecond();
	}

	private WireRequest encode(BodyBuilder builder, Target target, boolean stream) {
		Map<String, @Nullable Object> body = builder.build(stream);
		Map<String, String> headers = target.headers();
		String key = headers.get("x-api-key");
		if (key != null && key.startsWith(SUBSCRIPTION_KEY)) {
			headers.remove("x-api-key");
			headers.put("Authorization", "Bearer " + key);
		}
		if (headers.getOrDefault("Authorization", "").startsWith("Bearer " + SUBSCRIPTION_KEY)) {
			builder.betas().add("oauth-2025-04-20");
		}
		builder.betas().put(headers, body);
		return this.form.make(body, headers, target, stream);
	}

	/** The request as Anthropic's own server takes it. */
	static WireRequest plain(Map<String, @Nullable Object> body, Map<String, String> headers, Target target,
			boolean stream) {
		return WireRequest.postJson(uri(target, stream), headers, WireBody.json(body));
	}

	private static URI uri(Target target, boolean stream) {
		boolean own = target.provider().address().paths().containsKey(Operation.CHAT.name());
		return own ? target.uri(Operation.CHAT, PATH, stream) : target.uri(PATH);
	}

}
