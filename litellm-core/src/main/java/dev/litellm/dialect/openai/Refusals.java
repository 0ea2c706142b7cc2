package dev.litellm.dialect.openai;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.CallInfo;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Choice;
import dev.litellm.chat.FinishReason;
import dev.litellm.chat.Message;
import dev.litellm.dialect.Failures;
import dev.litellm.json.Values;
import dev.litellm.transport.WireReply;

/**
 * Refusals that say what is to be done about them: parameters that a model does not take,
 * and an answer that is over before it begins.
 */
final class Refusals {

	private static final String CUT_OFF = "max_tokens or model output limit was reached";

	private static final Pattern EXTRA = Pattern.compile("Extra parameters \\[([^]]*)] are not allowed");

	private static final Pattern NAME = Pattern.compile("'([^']+)'");

	private Refusals() {
	}

	/**
	 * Return whether a model that reasons has used up its tokens before its answer.
	 * @param reply an answer of status 400 or above
	 * @return true if nothing else is wrong
	 */
	static boolean isCutOff(WireReply reply) {
		String message = ErrorBody.of(Failures.body(reply)).message();
		return reply.status() == 400 && message != null && message.contains(CUT_OFF);
	}

	static ChatResponse cutOff(String model) {
		Choice choice = new Choice(0, Message.assistant(""), FinishReason.LENGTH, null, Map.of());
		return new ChatResponse(null, 0, model, List.of(choice), null, null, null, Map.of(), CallInfo.empty());
	}

	/**
	 * Return the parameters that a model does not take.
	 * @param body the body of a refusal, or null
	 * @return their names, empty where it says something else
	 */
	static Set<String> extraParameters(@Nullable Object body) {
		Set<String> names = new LinkedHashSet<>();
		Map<?, ?> error = Values.fields(Values.fields(body).get("error"));
		Matcher extra = EXTRA.matcher(String.valueOf(error.get("message")));
		if (extra.find()) {
			NAME.matcher(extra.group(1)).results().forEach((name) -> names.add(name.group(1)));
		}
		for (Object item : Values.items(error.get("details"))) {
			Map<?, ?> detail = Values.fields(item);
			if ("extra_forbidden".equals(detail.get("type")) && detail.get("loc") instanceof List<?> place
					&& place.size() == 2 && "body".equals(place.get(0))) {
				names.add(String.valueOf(place.get(1)));
			}
		}
		return names;
	}

}
