package dev.litellm.dialect.gemini;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
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
import dev.litellm.provider.ModelFacts;
import dev.litellm.provider.ModelTable;
import dev.litellm.transport.Framing;
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
		try {
			return new Step.Ask<>(encode(request, target, ":generateContent"), this::decode);
		}
		catch (FailureException ex) {
			return new Step.Fail<>(ex.failure());
		}
	}

	@Override
	public Step<ChatChunk> stream(ChatRequest request, Target target) {
		try {
			WireRequest wire = encode(request, target, ":streamGenerateContent?alt=sse");
			return new Step.Listen<>(wire, Framing.SSE, () -> new EventDecoder(this.errors, answers()));
		}
		catch (FailureException ex) {
			return new Step.Fail<>(ex.failure());
		}
	}

	private AnswerReader answers() {
		return new AnswerReader(this.clock.instant().getEpochSecond());
	}

	private WireRequest encode(ChatRequest request, Target target, String verb) {
		ModelFacts facts = this.models.facts(target.model());
		Map<String, @Nullable Object> body = new BodyBuilder(request, target, facts).build();
		return WireRequest.postJson(uri(target, facts, verb), target.headers(),
				Json.bytes((generator) -> Json.write(generator, body)));
	}

	/**
	 * A base URL with a path names the version itself.
	 */
	private static URI uri(Target target, ModelFacts facts, String verb) {
		String base = target.baseUrl();
		String path = URI.create(base).getRawPath();
		String version = (path == null || path.isEmpty()) ? "/" + facts.text("api", STANDARD_VERSION) : "";
		String model = URLEncoder.encode(target.model(), StandardCharsets.UTF_8).replace("+", "%20");
		return URI.create(base + version + "/models/" + model + verb);
	}

	private Step<ChatResponse> decode(WireReply reply) {
		try {
			if (Json.read(reply.body()) instanceof Map<?, ?> answer) {
				if (answer.get("error") != null) {
					return new Step.Fail<>(this.errors.within(answer.get("error")));
				}
				if (AnswerReader.isAnswer(answer)) {
					return new Step.Answer<>(answers().whole(answer, reply.headers()));
				}
			}
		}
		catch (JacksonException ex) {
			// told below
		}
		return new Step.Fail<>(new Failure(ErrorKind.INVALID_RESPONSE,
				"the answer holds no candidates: "
						+ ((reply.body().length == 0) ? "it is empty" : GeminiErrors.excerpt(reply.text())),
				reply.status(), null, null, null, null));
	}

}
