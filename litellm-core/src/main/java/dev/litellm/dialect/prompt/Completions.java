package dev.litellm.dialect.prompt;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Choice;
import dev.litellm.chat.ChunkChoice;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.openai.ChatEnvelope;
import dev.litellm.json.Members;
import dev.litellm.json.Values;
import dev.litellm.provider.ModelTable;
import dev.litellm.transport.WireReply;
import dev.litellm.transport.WireRequest;

/**
 * Completions in OpenAI's older format, which take one prompt, and tell the probabilities
 * of their tokens in another shape than chats.
 *
 * @param models how models want their prompts
 */
record Completions(ModelTable models) implements ChatEnvelope {

	private static final String LOGPROBS = "logprobs";

	@Override
	public WireRequest put(ChatRequest asked, Map<String, @Nullable Object> body, Map<String, String> headers,
			Target target, boolean stream) {
		body.remove("messages");
		body.put("prompt", Prompt.of(asked.messages(), target,
				this.models.facts(target.provider().name(), target.model()).text("prompt", "")));
		Object most = body.remove("top_logprobs");
		if (body.get(LOGPROBS) instanceof Boolean wanted) {
			body.put(LOGPROBS, wanted ? Objects.requireNonNullElse(most, 1) : null);
		}
		return ChatEnvelope.super.put(asked, body, headers, target, stream);
	}

	@Override
	public ChatResponse response(JsonParser parser, WireReply reply) {
		ChatResponse told = ChatResponse.read(parser);
		List<Choice> choices = told.choices();
		return choices.stream().allMatch((choice) -> probabilities(choice.extra()) == null) ? told
				: new ChatResponse(told.id(), told.created(), told.model(),
						choices.stream().map(Completions::chatted).toList(), told.usage(), told.systemFingerprint(),
						told.serviceTier(), told.extra(), told.info());
	}

	@Override
	public ChatChunk chunk(JsonParser parser, @Nullable ChatChunk before) {
		ChatChunk told = ChatChunk.read(parser, before);
		for (ChunkChoice choice : told.choices()) {
			if (probabilities(choice.extra()) != null) {
				return new ChatChunk(told.id(), told.created(), told.model(),
						told.choices().stream().map(Completions::chatted).toList(), told.usage(), told.extra());
			}
		}
		return told;
	}

	private static Choice chatted(Choice choice) {
		return new Choice(choice.index(), choice.message(), choice.finishReason(), choice.nativeFinishReason(),
				chatted(choice.extra()));
	}

	private static ChunkChoice chatted(ChunkChoice choice) {
		return new ChunkChoice(choice.index(), choice.delta(), choice.finishReason(), choice.nativeFinishReason(),
				chatted(choice.extra()));
	}

	private static Map<String, @Nullable Object> chatted(Map<String, @Nullable Object> extra) {
		List<Object> content = probabilities(extra);
		return (content == null) ? extra : new Members(extra).add(LOGPROBS, Values.object("content", content));
	}

	private static @Nullable List<Object> probabilities(Map<String, @Nullable Object> extra) {
		return (extra.get(LOGPROBS) instanceof Map<?, ?> told && told.get("tokens") instanceof List<?> tokens)
				? Probabilities.of(tokens, told) : null;
	}

}
