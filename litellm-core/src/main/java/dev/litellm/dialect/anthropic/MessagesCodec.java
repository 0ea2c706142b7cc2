package dev.litellm.dialect.anthropic;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Step;
import dev.litellm.dialect.Target;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.error.FailureException;
import dev.litellm.json.Json;
import dev.litellm.provider.ModelTable;
import dev.litellm.transport.Framing;
import dev.litellm.transport.WireReply;
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

	MessagesCodec(AnthropicErrors errors, Clock clock, ModelTable models) {
		this.errors = errors;
		this.clock = clock;
		this.models = models;
	}

	@Override
	public Step<ChatResponse> call(ChatRequest request, Target target) {
		try {
			BodyBuilder builder = builder(request, target);
			return new Step.Ask<>(encode(builder, target, false), (reply) -> decode(reply, builder));
		}
		catch (FailureException ex) {
			return new Step.Fail<>(ex.failure());
		}
	}

	@Override
	public Step<ChatChunk> stream(ChatRequest request, Target target) {
		try {
			BodyBuilder builder = builder(request, target);
			WireRequest wire = encode(builder, target, true);
			return new Step.Listen<>(wire, Framing.SSE, () -> new EventDecoder(this.errors, answers(builder)));
		}
		catch (FailureException ex) {
			return new Step.Fail<>(ex.failure());
		}
	}

	private BodyBuilder builder(ChatRequest request, Target target) {
		return new BodyBuilder(request, target, this.models.facts(target.model()));
	}

	private AnswerReader answers(BodyBuilder builder) {
		return new AnswerReader(builder.names(), builder.emulation(), this.clock.instant().getEpochSecond());
	}

	private static WireRequest encode(BodyBuilder builder, Target target, boolean stream) {
		Map<String, @Nullable Object> body = builder.build(stream);
		Map<String, String> headers = new LinkedHashMap<>(target.headers());
		String key = headers.get("x-api-key");
		if (key != null && key.startsWith(SUBSCRIPTION_KEY)) {
			headers.remove("x-api-key");
			headers.put("Authorization", "Bearer " + key);
		}
		if (headers.getOrDefault("Authorization", "").startsWith("Bearer " + SUBSCRIPTION_KEY)) {
			builder.betas().add("oauth-2025-04-20");
		}
		if (!builder.betas().isEmpty()) {
			headers.put(Betas.HEADER, builder.betas().header(headers.getOrDefault(Betas.HEADER, "")));
		}
		return WireRequest.postJson(uri(target), headers, Json.bytes((generator) -> Json.write(generator, body)));
	}

	/** A base URL may be given with or without the version or the whole path. */
	private static URI uri(Target target) {
		String base = target.baseUrl();
		if (base.endsWith(PATH)) {
			return URI.create(base);
		}
		return URI.create(base.endsWith("/v1") ? base + "/messages" : base + PATH);
	}

	private Step<ChatResponse> decode(WireReply reply, BodyBuilder builder) {
		try {
			if (Json.read(reply.body()) instanceof Map<?, ?> answer) {
				if (answer.get("error") != null) {
					return new Step.Fail<>(this.errors.of(reply));
				}
				if (answer.get("content") != null) {
					return new Step.Answer<>(answers(builder).whole(answer));
				}
			}
		}
		catch (JacksonException ex) {
			// told below
		}
		return new Step.Fail<>(new Failure(ErrorKind.INVALID_RESPONSE,
				"the answer is not a message: "
						+ ((reply.body().length == 0) ? "it is empty" : AnthropicErrors.excerpt(reply.text())),
				reply.status(), null, reply.headers().getFirst("request-id"), null, null));
	}

}
