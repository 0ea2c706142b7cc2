package dev.litellm.dialect.prompt;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
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
import dev.litellm.provider.ModelTable;
import dev.litellm.transport.Framing;
import dev.litellm.transport.WireBody;
import dev.litellm.transport.WireReply;
import dev.litellm.transport.WireRequest;

/**
 * Chats as generations of a Triton server, or as inference by tensors where the base URL
 * ends in {@code /infer}.
 */
final class TritonCodec implements Codec<ChatRequest, ChatResponse, ChatChunk> {

	private static final String EXPECTED = "a generated text";

	private static final String GENERATE = "/generate";

	private static final String STREAM = "/generate_stream";

	private static final String INFER = "/infer";

	private static final Parameters PARAMETERS = new Parameters(Set.of("max_tokens", "max_completion_tokens",
			"temperature", "top_p", "presence_penalty", "frequency_penalty"), Map.of());

	/** Without a limit the servers' models stop after some 16 tokens. */
	private static final int MOST = 2000;

	private final Clock clock;

	private final ModelTable models;

	TritonCodec(Clock clock, ModelTable models) {
		this.clock = clock;
		this.models = models;
	}

	@Override
	public Step<ChatResponse> call(ChatRequest request, Target target) {
		return Step.attempt(() -> Step.ask(encode(request, target, false), this::decode));
	}

	@Override
	public Step<ChatChunk> stream(ChatRequest request, Target target) {
		return Step.attempt(
				() -> isInfer(target) ? Step.ask(encode(request, target, false), (reply) -> ChatChunk.of(decode(reply)))
						: new Step.Listen<>(encode(request, target, true), Framing.SSE,
								() -> new TritonDecoder(now(), this::decode)));
	}

	private static boolean isInfer(Target target) {
		return target.baseUrl().endsWith(INFER);
	}

	private long now() {
		return this.clock.instant().getEpochSecond();
	}

	private WireRequest encode(ChatRequest request, Target target, boolean stream) {
		String prompt = Prompt.of(request.messages(), target,
				this.models.facts(target.provider().name(), target.model()).text("prompt", ""));
		Map<String, @Nullable Object> parameters = PARAMETERS.of(request, target);
		parameters.putIfAbsent(Parameters.MAX_TOKENS, MOST);
		Map<String, @Nullable Object> body = new Members();
		if (isInfer(target)) {
			List<Object> inputs = new ArrayList<>();
			inputs.add(tensor("text_input", prompt));
			parameters.forEach((name, value) -> inputs.add(tensor(name, value)));
			body.put("inputs", inputs);
		}
		else {
			body.put("text_input", prompt);
			body.put("parameters", parameters);
			body.put("stream", stream);
		}
		return WireRequest.postJson(uri(target, stream), target.headers(), WireBody.json(body));
	}

	/** A base URL may be the server's, the model's, or that of the endpoint itself. */
	private static URI uri(Target target, boolean stream) {
		String base = target.baseUrl();
		if (isInfer(target)) {
			return URI.create(base);
		}
		for (String end : List.of(STREAM, GENERATE)) {
			base = base.endsWith(end) ? base.substring(0, base.length() - end.length()) : base;
		}
		String model = base.contains("/models/") ? "" : "/v2/models/" + target.encodedModel();
		return URI.create(base + model + (stream ? STREAM : GENERATE));
	}

	private static Map<String, @Nullable Object> tensor(String name, @Nullable Object value) {
		Map<String, @Nullable Object> tensor = new Members();
		tensor.put("name", name);
		tensor.put("shape", List.of(1));
		tensor.put("datatype", (value instanceof Integer || value instanceof Long) ? "INT32"
				: (value instanceof Number) ? "FP32" : (value instanceof Boolean) ? "BOOL" : "BYTES");
		tensor.put("data", (value instanceof List<?>) ? value : List.of((value != null) ? value : ""));
		return tensor;
	}

	private ChatResponse decode(WireReply reply) {
		Inference said = Failures.read(reply, EXPECTED, Inference::read);
		if (said.text() == null) {
			throw Failures.invalid(reply, EXPECTED, "no text_output").asException();
		}
		return Texts.answer(said.text(), new Texts.About(null, now(), said.model(), null, null));
	}

}
