package dev.litellm.dialect.openai;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Message;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Step;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.openai.responses.ResponsesFormat;
import dev.litellm.json.Members;
import dev.litellm.transport.Framing;
import dev.litellm.transport.WireBody;
import dev.litellm.transport.WireReply;
import dev.litellm.transport.WireRequest;

/**
 * Chats with models that have the Responses API alone.
 */
final class ResponsesCodec implements Codec<ChatRequest, ChatResponse, ChatChunk> {

	private static final String EFFORT = "reasoning_effort";

	/** Between two looks at an answer that is made in the background. */
	private static final Duration PAUSE = Duration.ofSeconds(1);

	private final ResponsesFormat format;

	ResponsesCodec(OpenAiErrors errors) {
		this.format = new ResponsesFormat(errors);
	}

	@Override
	public Step<ChatResponse> call(ChatRequest request, Target target) {
		return Step.attempt(() -> new Step.Ask<>(encode(request, target, false), (reply) -> decode(reply, target)));
	}

	@Override
	public Step<ChatChunk> stream(ChatRequest request, Target target) {
		return Step.attempt(() -> new Step.Listen<>(encode(request, target, true), Framing.SSE, this.format::decoder));
	}

	private static WireRequest encode(ChatRequest request, Target target, boolean stream) {
		List<Message> messages = request.messages();
		long limit = target.quirks().messages().maxImage();
		if (limit > 0) {
			Images.check(messages, limit, target);
		}
		Map<String, @Nullable Object> parameters = Parameters.chat(whole(request.parameters()), target);
		Map<String, @Nullable Object> body = ResponsesFormat.body(target, messages, parameters, stream);
		ProxyHeaders.putBody(body, target, parameters);
		return WireRequest.postJson(uri(target, stream), ProxyHeaders.of(target), WireBody.json(body));
	}

	/** Reasoning as an object says more than an effort, and goes out whole here. */
	private static Map<String, @Nullable Object> whole(Map<String, @Nullable Object> given) {
		if (!(given.get(EFFORT) instanceof Map<?, ?> reasoning)) {
			return given;
		}
		Map<String, @Nullable Object> parameters = new Members(given);
		parameters.remove(EFFORT);
		parameters.put("reasoning", reasoning);
		return parameters;
	}

	private static URI uri(Target target, boolean stream) {
		return target.uri("responses", "/responses", stream);
	}

	private Step<ChatResponse> decode(WireReply reply, Target target) {
		return Step.attempt(() -> this.format.step(reply, (id) -> new Step.Wait<>(PAUSE,
				() -> new Step.Ask<>(look(id, target), (later) -> decode(later, target)))));
	}

	private static WireRequest look(String id, Target target) {
		String all = uri(target, false).toString();
		int path = (all.indexOf('?') < 0) ? all.length() : all.indexOf('?');
		String one = all.substring(0, path) + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8) + all.substring(path);
		return WireRequest.get(URI.create(one), ProxyHeaders.of(target));
	}

}
