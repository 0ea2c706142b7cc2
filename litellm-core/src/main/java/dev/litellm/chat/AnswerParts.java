package dev.litellm.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The parts of a model's answer, told apart.
 *
 * @param text the text, or null where there is none
 * @param reasoning what the model thought, or null
 * @param thinking the same in signed pieces
 * @param others the parts that are neither
 */
record AnswerParts(@Nullable String text, @Nullable String reasoning, List<ThinkingBlock> thinking,
		List<ContentPart> others) {

	static AnswerParts of(List<ContentPart> parts) {
		StringBuilder text = new StringBuilder();
		StringBuilder reasoning = new StringBuilder();
		List<ThinkingBlock> thinking = new ArrayList<>(0);
		List<ContentPart> others = new ArrayList<>();
		for (ContentPart part : parts) {
			if (part instanceof ContentPart.Text known) {
				text.append(known.text());
			}
			else if (part.extra().get("thinking") != null) {
				append(reasoning, part.extra().get("thinking"));
			}
			else if (part.extra().get("summary") instanceof List<?> summary) {
				append(reasoning, summary);
				summary.forEach((piece) -> sign(thinking, piece));
			}
			else {
				others.add(part);
			}
		}
		return new AnswerParts(text.isEmpty() ? null : text.toString(),
				reasoning.isEmpty() ? null : reasoning.toString(), List.copyOf(thinking), List.copyOf(others));
	}

	private static void sign(List<ThinkingBlock> thinking, @Nullable Object piece) {
		if (piece instanceof Map<?, ?> fields && fields.get("signature") instanceof String signature
				&& !signature.isEmpty()) {
			String text = (fields.get("text") instanceof String told) ? told : "";
			thinking.add(new ThinkingBlock("thinking", text, signature, Map.of()));
		}
	}

	private static void append(StringBuilder reasoning, @Nullable Object thinking) {
		if (thinking instanceof String text) {
			reasoning.append(text);
		}
		else if (thinking instanceof List<?> pieces) {
			pieces.forEach((piece) -> append(reasoning, (piece instanceof Map<?, ?> map) ? map.get("text") : piece));
		}
	}

}
