package dev.litellm.dialect.prompt;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Usage;
import dev.litellm.dialect.BodyMembers;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Failures;
import dev.litellm.dialect.Operation;
import dev.litellm.dialect.Step;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.Timestamps;
import dev.litellm.json.Leaves;
import dev.litellm.json.Members;
import dev.litellm.json.Values;
import dev.litellm.provider.ModelTable;
import dev.litellm.transport.Framing;
import dev.litellm.transport.WireBody;
import dev.litellm.transport.WireReply;
import dev.litellm.transport.WireRequest;

/**
 * Chats as generations of watsonx's.
 */
final class WatsonxCodec implements Codec<ChatRequest, ChatResponse, ChatChunk> {

	static final String TEXT = "results.generated_text";

	static final String REASON = "results.stop_reason";

	static final String INPUT = "results.input_token_count";

	static final String OUTPUT = "results.generated_token_count";

	/** What is read of answers and of the events of streams. */
	static final Leaves READ = Leaves.of(TEXT, REASON, INPUT, OUTPUT, "model_id", "created_at", "errors");

	private static final Parameters PARAMETERS = new Parameters(
			Set.of("temperature", "top_p", "stop", "max_tokens", "max_completion_tokens", "seed"),
			Map.of("max_tokens", "max_new_tokens", "stop", "stop_sequences", "seed", "random_seed"));

	private final Clock clock;

	private final ModelTable models;

	WatsonxCodec(Clock clock, ModelTable models) {
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
				() -> new WatsonxDecoder(now(), this::decode)));
	}

	private WireRequest encode(ChatRequest request, Target target, boolean stream) {
		Map<String, @Nullable Object> parameters = PARAMETERS.of(request, target);
		if (parameters.get("stop_sequences") instanceof String stop) {
			parameters.put("stop_sequences", List.of(stop));
		}
		Map<String, @Nullable Object> body = new Members();
		body.put("input", Prompt.of(request.messages(), target, this.models.facts(target.model()).text("prompt", "")));
		body.put("parameters", parameters);
		target.quirks().body().members().forEach((name, value) -> {
			Object filled = BodyMembers.of(value, target);
			if (filled != null) {
				body.put(name, filled);
			}
		});
		return WireRequest.postJson(target.uri(Operation.CHAT, "/ml/v1/text/generation", stream), target.headers(),
				WireBody.json(body));
	}

	private long now() {
		return this.clock.instant().getEpochSecond();
	}

	private ChatResponse decode(WireReply reply) {
		Map<?, ?> answer = Failures.read(reply, "a generated text", READ::read);
		if (!(answer.get(TEXT) instanceof String text)) {
			throw Failures.invalid(reply, "a generated text", "no generated_text").asException();
		}
		Usage usage = (answer.get(OUTPUT) instanceof Number output)
				? Usage.of(Values.number(answer.get(INPUT)), output.longValue()) : null;
		return Texts.answer(text, new Texts.About(null, created(answer), Values.text(answer.get("model_id")),
				Values.text(answer.get(REASON)), usage));
	}

	private long created(Map<?, ?> answer) {
		return Timestamps.seconds(answer.get("created_at"), now());
	}

}
