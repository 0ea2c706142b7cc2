package dev.litellm.dialect.gemini;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

import dev.litellm.call.CallInfo;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Choice;
import dev.litellm.chat.FinishReason;
import dev.litellm.chat.Message;
import dev.litellm.chat.Usage;
import dev.litellm.json.Members;
import dev.litellm.json.Values;

/**
 * Reader of Gemini's candidates into OpenAI's shape.
 */
final class AnswerReader {

	/** Metadata of a candidate, each before LiteLLM's name for it. */
	private static final List<String> METADATA = List.of("groundingMetadata", "vertex_ai_grounding_metadata",
			"urlContextMetadata", "vertex_ai_url_context_metadata", "safetyRatings", "vertex_ai_safety_results",
			"citationMetadata", "vertex_ai_citation_metadata");

	private final long created;

	AnswerReader(long created) {
		this.created = created;
	}

	long created() {
		return this.created;
	}

	static boolean isAnswer(Map<?, ?> answer) {
		return answer.get("candidates") instanceof List || answer.containsKey("promptFeedback")
				|| answer.containsKey("usageMetadata");
	}

	ChatResponse whole(WholeAnswer whole, HttpHeaders headers) {
		Map<?, ?> answer = whole.told();
		List<?> candidates = candidates(answer);
		List<Choice> choices = new ArrayList<>(1);
		for (int i = 0; i < candidates.size(); i++) {
			choices.add(choice(Values.fields(candidates.get(i)), whole.contents().get(i), i));
		}
		String blocked = blocked(answer);
		if (choices.isEmpty() && blocked != null) {
			choices.add(new Choice(0, Message.of("assistant", (String) null), FinishReason.CONTENT_FILTER, blocked,
					Map.of()));
		}
		Map<String, @Nullable Object> extra = metadata(answer);
		String tier = headers.getFirst("x-gemini-service-tier");
		return new ChatResponse(Values.text(answer.get("responseId")), this.created,
				Values.text(answer.get("modelVersion")), choices, usage(answer, grounding(answer)), null,
				(tier != null) ? tier(tier) : serviceTier(answer), extra, CallInfo.empty());
	}

	static List<?> candidates(Map<?, ?> answer) {
		return Values.items(answer.get("candidates"));
	}

	static List<?> parts(Map<?, ?> candidate) {
		return (candidate.get("content") instanceof Map<?, ?> content && content.get("parts") instanceof List<?> parts)
				? parts : List.of();
	}

	static int index(Map<?, ?> candidate, int standard) {
		return (candidate.get("index") instanceof Number number) ? number.intValue() : standard;
	}

	private static Choice choice(Map<?, ?> candidate, Pieces pieces, int place) {
		String text = pieces.text();
		Map<String, @Nullable Object> extra = pieces.extra();
		List<Object> annotations = Grounding.annotations(candidate.get("groundingMetadata"), text);
		if (!annotations.isEmpty()) {
			extra.put("annotations", annotations);
		}
		String reason = Values.text(candidate.get("finishReason"));
		Message message = new Message("assistant", text.isEmpty() ? null : text, List.of(), pieces.reasoning(),
				pieces.thinking(), pieces.calls(), null, null, extra);
		return new Choice(index(candidate, place), message, finish(reason, !pieces.calls().isEmpty()), reason,
				ending(candidate));
	}

	static Map<String, @Nullable Object> ending(Map<?, ?> candidate) {
		Object logprobs = Logprobs.of(candidate.get("logprobsResult"));
		if (logprobs == null && candidate.get("finishMessage") == null) {
			return Map.of();
		}
		Map<String, @Nullable Object> extra = new Members();
		if (logprobs != null) {
			extra.put("logprobs", logprobs);
		}
		if (candidate.get("finishMessage") != null) {
			extra.put("finish_message", candidate.get("finishMessage"));
		}
		return extra;
	}

	static String finish(@Nullable String reason, boolean calls) {
		return switch ((reason != null) ? reason : "") {
			case "MAX_TOKENS" -> FinishReason.LENGTH;
			case "SAFETY", "RECITATION", "LANGUAGE", "OTHER", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "NO_IMAGE" ->
				FinishReason.CONTENT_FILTER;
			default -> (reason != null && reason.startsWith("IMAGE_")) ? FinishReason.CONTENT_FILTER
					: calls ? FinishReason.TOOL_CALLS : FinishReason.STOP;
		};
	}

	static @Nullable String blocked(Map<?, ?> answer) {
		return (answer.get("promptFeedback") instanceof Map<?, ?> feedback) ? Values.text(feedback.get("blockReason"))
				: null;
	}

	/**
	 * Return what else an answer tells, by LiteLLM's names.
	 * @param answer the answer, or an event
	 * @return lists by candidate
	 */
	static Map<String, @Nullable Object> metadata(Map<?, ?> answer) {
		Map<String, @Nullable Object> extra = new Members();
		List<?> candidates = candidates(answer);
		for (int i = 0; i < candidates.size(); i++) {
			Map<?, ?> candidate = Values.fields(candidates.get(i));
			for (int j = 0; j < METADATA.size(); j += 2) {
				Object told = candidate.get(METADATA.get(j));
				if (told != null) {
					add(extra, METADATA.get(j + 1), told);
				}
			}
		}
		if (answer.get("promptFeedback") != null) {
			extra.put("prompt_feedback", answer.get("promptFeedback"));
		}
		return extra;
	}

	@SuppressWarnings("unchecked")
	private static void add(Map<String, @Nullable Object> lists, String name, Object item) {
		((List<Object>) lists.computeIfAbsent(name, (missing) -> new ArrayList<>())).add(item);
	}

	static @Nullable Object grounding(Map<?, ?> answer) {
		List<?> candidates = candidates(answer);
		for (int i = 0; i < candidates.size(); i++) {
			Object grounding = Values.fields(candidates.get(i)).get("groundingMetadata");
			if (grounding != null) {
				return grounding;
			}
		}
		return null;
	}

	static @Nullable Usage usage(Map<?, ?> answer, @Nullable Object grounding) {
		return usage(answer.get("usageMetadata"), grounding);
	}

	static @Nullable Usage usage(@Nullable Object told, @Nullable Object grounding) {
		return Usages.of(told, Grounding.searches(grounding), Grounding.isSearched(grounding));
	}

	static @Nullable String serviceTier(Map<?, ?> answer) {
		return (answer.get("usageMetadata") instanceof Map<?, ?> usage
				&& usage.get("serviceTier") instanceof String tier) ? tier(tier) : null;
	}

	private static String tier(String told) {
		String tier = told.toLowerCase(Locale.ROOT);
		return tier.equals("standard") ? "default" : tier;
	}

}
