package dev.litellm.dialect.prompt;

import java.time.Clock;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Usage;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Failures;
import dev.litellm.dialect.Operation;
import dev.litellm.dialect.Step;
import dev.litellm.dialect.Target;
import dev.litellm.json.Leaves;
import dev.litellm.json.Members;
import dev.litellm.json.Values;
import dev.litellm.provider.ModelTable;
import dev.litellm.transport.Framing;
import dev.litellm.transport.WireBody;
import dev.litellm.transport.WireReply;
import dev.litellm.transport.WireRequest;

/**
 * Chats as generations of Predibase's deployments.
 */
final class PredibaseCodec implements Codec<ChatRequest, ChatResponse, ChatChunk> {

	/** What is read of answers and of the events of streams. */
	static final Leaves READ = Leaves.of("generated_text", "details", "details.finish_reason", "details.prompt_tokens",
			"details.input_length", "details.generated_tokens", "token.text", "token.special", "error");

	private static final Parameters PARAMETERS = new Parameters(
			Set.of("temperature", "top_p", "stop", "max_tokens", "max_completion_tokens", "response_format"),
			Map.of("max_tokens", "max_new_tokens"));

	/** Without a limit an answer would have but some 20 tokens. */
	private static final int MOST = 4096;

	private final Clock clock;

	private final ModelTable models;

	PredibaseCodec(Clock clock, ModelTable models) {
		this.clock = clock;
		this.models = models;
	}

	@Override
	public Step<ChatResponse> call(ChatRequest request, Target target) {
		return Step.attempt(() -> Step.ask(encode(request, target, "generate"), (reply) -> decode(reply, target)));
	}

	@Override
	public Step<ChatChunk> stream(ChatRequest request, Target target) {
		return Step.attempt(() -> new Step.Listen<>(encode(request, target, "generate_stream"), Framing.SSE,
				() -> new PredibaseDecoder(now(), target.model(), (reply) -> decode(reply, target))));
	}

	private WireRequest encode(ChatRequest request, Target target, String path) {
		Map<String, @Nullable Object> parameters = PARAMETERS.of(request, target);
		if (parameters.get("temperature") instanceof Number temperature && temperature.doubleValue() == 0) {
			parameters.remove("temperature");
			parameters.put("do_sample", false);
		}
		parameters.put("details", true);
		parameters.put("return_full_text", false);
		parameters.putIfAbsent("max_new_tokens", MOST);
		Map<String, @Nullable Object> body = new Members();
		body.put("inputs", Prompt.of(request.messages(), target,
				this.models.facts(target.provider().name(), target.model()).text("prompt", "")));
		body.put("parameters", parameters);
		return WireRequest.postJson(target.uri(Operation.CHAT, "/{model}/" + path, path.equals("generate_stream")),
				target.headers(), WireBody.json(body));
	}

	private long now() {
		return this.clock.instant().getEpochSecond();
	}

	private ChatResponse decode(WireReply reply, Target target) {
		Map<?, ?> answer = Failures.read(reply, "a generated text", READ::read);
		if (!(answer.get("generated_text") instanceof String text)) {
			throw Failures.invalid(reply, "a generated text", "no generated_text").asException();
		}
		return Texts.answer(text, new Texts.About(null, now(), target.model(),
				Values.text(answer.get("details.finish_reason")), usage(answer)));
	}

	/**
	 * Return the tokens that an answer tells, or the last event of a stream.
	 * @param answer what is read of it
	 * @return the tokens, or null where it tells none
	 */
	static @Nullable Usage usage(Map<?, ?> answer) {
		Object input = answer.get("details.prompt_tokens");
		return (answer.get("details.generated_tokens") instanceof Number generated) ? Usage
			.of(Values.number((input != null) ? input : answer.get("details.input_length")), generated.longValue())
				: null;
	}

}
