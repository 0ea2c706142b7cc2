package dev.litellm.dialect.prompt;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Failures;
import dev.litellm.dialect.Step;
import dev.litellm.dialect.Target;
import dev.litellm.json.Members;
import dev.litellm.json.Values;
import dev.litellm.provider.ModelTable;
import dev.litellm.transport.Framing;
import dev.litellm.transport.WireBody;
import dev.litellm.transport.WireReply;
import dev.litellm.transport.WireRequest;

/**
 * Chats as generations of a server of Hugging Face's text-generation-inference, without
 * the address that such a server is asked at.
 */
final class TgiCodec implements Codec<ChatRequest, ChatResponse, ChatChunk> {

	private static final String EXPECTED = "a generated text";

	private static final Parameters PARAMETERS = new Parameters(
			Set.of("temperature", "top_p", "stop", "max_tokens", "max_completion_tokens"),
			Map.of("max_tokens", "max_new_tokens"));

	/** The least temperature, since the server refuses none. */
	private static final double COLDEST = 0.01;

	private final Clock clock;

	private final ModelTable models;

	TgiCodec(Clock clock, ModelTable models) {
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
				() -> new PredibaseDecoder(now(), target.model(), (reply) -> decode(reply, target))));
	}

	private WireRequest encode(ChatRequest request, Target target, boolean stream) {
		Map<String, @Nullable Object> parameters = PARAMETERS.of(request, target);
		if (parameters.get("temperature") instanceof Number temperature && temperature.doubleValue() == 0) {
			parameters.put("temperature", COLDEST);
			target.note("temperature 0 went out as " + COLDEST + ", the least that the server takes");
		}
		Map<String, @Nullable Object> body = new Members();
		body.put("inputs", Prompt.of(request.messages(), target, this.models.facts(target.model()).text("prompt", "")));
		body.put("parameters", parameters);
		if (stream) {
			body.put("stream", true);
		}
		return WireRequest.postJson(target.uri(""), target.headers(), WireBody.json(body));
	}

	private long now() {
		return this.clock.instant().getEpochSecond();
	}

	private ChatResponse decode(WireReply reply, Target target) {
		Object body = Failures.body(reply);
		Map<?, ?> answer = Values.fields((body instanceof List<?> items && !items.isEmpty()) ? items.get(0) : body);
		Object generation = answer.get("generation");
		Object said = (generation instanceof Map<?, ?> message) ? message.get("content") : generation;
		String text = Values.text((answer.get("generated_text") != null) ? answer.get("generated_text") : said);
		if (text == null) {
			throw Failures.invalid(reply, EXPECTED, "no generated_text").asException();
		}
		Map<?, ?> details = Values.fields(answer.get("details"));
		return Texts.answer(text, new Texts.About(null, now(), target.model(),
				Values.text(details.get("finish_reason")), PredibaseCodec.usage(details)));
	}

}
