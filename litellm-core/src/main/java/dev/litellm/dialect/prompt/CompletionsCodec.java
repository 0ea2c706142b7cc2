package dev.litellm.dialect.prompt;

import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Operation;
import dev.litellm.dialect.Step;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.openai.OpenAiDialect;
import dev.litellm.json.Members;
import dev.litellm.json.Values;
import dev.litellm.provider.ModelTable;
import dev.litellm.transport.WireBody;
import dev.litellm.transport.WireRequest;

/**
 * Chats as completions of one prompt in OpenAI's older format: what OpenAI's codec says,
 * its messages as a prompt.
 */
final class CompletionsCodec implements Codec<ChatRequest, ChatResponse, ChatChunk> {

	private static final String TOP_LOGPROBS = "top_logprobs";

	private final Codec<ChatRequest, ChatResponse, ChatChunk> inner;

	private final ModelTable models;

	CompletionsCodec(OpenAiDialect openai, ModelTable models) {
		this.inner = Objects.requireNonNull(openai.codec(Operation.CHAT));
		this.models = models;
	}

	@Override
	public Step<ChatResponse> call(ChatRequest request, Target target) {
		return Step.attempt(() -> asked(this.inner.call(request, target), prompt(request, target)));
	}

	@Override
	public Step<ChatChunk> stream(ChatRequest request, Target target) {
		return Step.attempt(() -> {
			String prompt = prompt(request, target);
			Step<ChatChunk> step = this.inner.stream(request, target);
			return (step instanceof Step.Listen<ChatChunk> listen)
					? new Step.Listen<>(completed(listen.request(), prompt), listen.framing(), listen.decoder())
					: asked(step, prompt);
		});
	}

	private String prompt(ChatRequest request, Target target) {
		return Prompt.of(request.messages(), target,
				this.models.facts(target.provider().name(), target.model()).text("prompt", ""));
	}

	private static <T> Step<T> asked(Step<T> step, String prompt) {
		return (step instanceof Step.Ask<T> ask)
				? new Step.Ask<>(completed(ask.request(), prompt), ask.then(), (reply) -> {
					Step<T> otherwise = ask.otherwise().apply(reply);
					return (otherwise != null) ? asked(otherwise, prompt) : null;
				}) : step;
	}

	private static WireRequest completed(WireRequest request, String prompt) {
		Map<?, ?> chat = Values.fields(request.body().value());
		Map<String, @Nullable Object> body = new Members();
		chat.forEach((name, value) -> {
			if (name.equals("messages")) {
				body.put("prompt", prompt);
			}
			else if (!name.equals(TOP_LOGPROBS)) {
				body.put(String.valueOf(name), value);
			}
		});
		if (body.get("logprobs") instanceof Boolean wanted) {
			body.put("logprobs", wanted ? Objects.requireNonNullElse(chat.get(TOP_LOGPROBS), 1) : null);
		}
		return new WireRequest(request.method(), request.uri(), request.headers(), WireBody.json(body));
	}

}
