package dev.litellm.dialect.oci;

import java.time.Clock;
import java.util.Map;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Step;
import dev.litellm.dialect.Target;
import dev.litellm.json.Members;
import dev.litellm.transport.Framing;
import dev.litellm.transport.WireBody;
import dev.litellm.transport.WireRequest;

/**
 * Chats within Oracle's envelope: where the model is served, and the request in its
 * format.
 */
final class OciCodec implements Codec<ChatRequest, ChatResponse, ChatChunk> {

	private static final String PATH = "/20231130/actions/chat";

	private static final String STREAM = "isStream";

	private static final String DEDICATED = "DEDICATED";

	private final OciErrors errors;

	private final Clock clock;

	private final BiFunction<ChatRequest, Target, Map<String, @Nullable Object>> format;

	OciCodec(OciErrors errors, Clock clock, BiFunction<ChatRequest, Target, Map<String, @Nullable Object>> format) {
		this.errors = errors;
		this.clock = clock;
		this.format = format;
	}

	@Override
	public Step<ChatResponse> call(ChatRequest request, Target target) {
		return Step.attempt(() -> Step.ask(encode(request, target, false), answers()::whole));
	}

	@Override
	public Step<ChatChunk> stream(ChatRequest request, Target target) {
		return Step.attempt(() -> new Step.Listen<>(encode(request, target, true), Framing.SSE,
				() -> new EventDecoder(this.errors, answers(), target.model())));
	}

	private AnswerReader answers() {
		return new AnswerReader(this.errors, this.clock.instant().getEpochSecond());
	}

	private WireRequest encode(ChatRequest request, Target target, boolean stream) {
		Map<String, @Nullable Object> chat = this.format.apply(request, target);
		if (stream || chat.containsKey(STREAM)) {
			chat.put(STREAM, stream);
		}
		Map<String, @Nullable Object> body = new Members();
		String compartment = target.provider().options().text("compartment-id");
		if (compartment != null) {
			body.put("compartmentId", compartment);
		}
		body.put("servingMode", servingMode(target));
		body.put("chatRequest", chat);
		return WireRequest.postJson(target.uri(PATH), target.headers(), WireBody.json(body));
	}

	private static Map<String, @Nullable Object> servingMode(Target target) {
		String endpoint = target.provider().options().text("endpoint-id");
		boolean dedicated = endpoint != null
				|| DEDICATED.equalsIgnoreCase(target.provider().options().text("serving-mode"));
		Map<String, @Nullable Object> mode = new Members(2);
		mode.put("servingType", dedicated ? DEDICATED : "ON_DEMAND");
		mode.put(dedicated ? "endpointId" : "modelId", (endpoint != null) ? endpoint : target.model());
		return mode;
	}

}
