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
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Failures;
import dev.litellm.dialect.Operation;
import dev.litellm.dialect.Step;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.Unsupported;
import dev.litellm.json.Leaves;
import dev.litellm.json.Members;
import dev.litellm.json.Values;
import dev.litellm.provider.ModelTable;
import dev.litellm.transport.WireBody;
import dev.litellm.transport.WireReply;
import dev.litellm.transport.WireRequest;

/**
 * Chats as NLP Cloud's text generation. A stream is asked for whole: what NLP Cloud
 * streams tells neither its end nor its errors.
 */
final class NlpCloudCodec implements Codec<ChatRequest, ChatResponse, ChatChunk> {

	private static final String END = "end_sequence";

	private static final Leaves READ = Leaves.of("generated_text", "nb_input_tokens", "nb_generated_tokens");

	private static final Parameters PARAMETERS = new Parameters(
			Set.of("temperature", "top_p", "n", "stop", "max_tokens", "max_completion_tokens"),
			Map.of("n", "num_return_sequences", "stop", END, "max_tokens", "max_length"));

	private final Clock clock;

	private final ModelTable models;

	NlpCloudCodec(Clock clock, ModelTable models) {
		this.clock = clock;
		this.models = models;
	}

	@Override
	public Step<ChatResponse> call(ChatRequest request, Target target) {
		return Step.attempt(() -> Step.ask(encode(request, target), (reply) -> decode(reply, target)));
	}

	@Override
	public Step<ChatChunk> stream(ChatRequest request, Target target) {
		return Step.attempt(() -> Step.ask(encode(request, target), (reply) -> ChatChunk.of(decode(reply, target))));
	}

	private WireRequest encode(ChatRequest request, Target target) {
		Map<String, @Nullable Object> body = new Members();
		body.put("text", Prompt.of(request.messages(), target,
				this.models.facts(target.provider().name(), target.model()).text("prompt", "")));
		body.putAll(PARAMETERS.of(request, target));
		Object stop = body.remove(END);
		List<?> stops = (stop != null) ? Unsupported.stops(stop, 1, target) : List.of();
		if (!stops.isEmpty()) {
			body.put(END, stops.get(0));
			body.putIfAbsent("remove_end_sequence", true);
		}
		return WireRequest.postJson(target.uri(Operation.CHAT, "/{model}/generation", false), target.headers(),
				WireBody.json(body));
	}

	private ChatResponse decode(WireReply reply, Target target) {
		Map<?, ?> answer = Failures.read(reply, "a generated text", READ::read);
		if (!(answer.get("generated_text") instanceof String text)) {
			throw Failures.invalid(reply, "a generated text", "no generated_text").asException();
		}
		Usage usage = (answer.get("nb_generated_tokens") instanceof Number generated)
				? Usage.of(Values.number(answer.get("nb_input_tokens")), generated.longValue()) : null;
		return Texts.answer(text,
				new Texts.About(null, this.clock.instant().getEpochSecond(), target.model(), null, usage));
	}

}
