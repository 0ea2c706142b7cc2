package dev.litellm.dialect.gemini;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import org.springframework.http.HttpHeaders;

import dev.litellm.call.CallInfo;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Choice;
import dev.litellm.chat.FinishReason;
import dev.litellm.chat.Message;
import dev.litellm.dialect.Failures;
import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.Tokens;
import dev.litellm.json.Values;
import dev.litellm.transport.WireReply;

/**
 * What Gemini answers: all of it, or an event of a stream.
 */
final class Answer {

	static final String EXPECTED = "an answer with candidates";

	private @Nullable Object error;

	private @Nullable String id;

	private @Nullable String model;

	private @Nullable Object feedback;

	private @Nullable UsageReader usage;

	private List<Candidate> candidates = List.of();

	/** Whether it holds anything that an answer is made of. */
	private boolean told;

	private Answer() {
	}

	/**
	 * Read an answer.
	 * @param parser stands on its start, and after the call on its end
	 * @return the answer
	 */
	static Answer read(JsonParser parser) {
		Answer answer = new Answer();
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			answer.read(name, parser);
		}
		return answer;
	}

	private void read(String name, JsonParser parser) {
		switch (name) {
			case "error" -> this.error = Json.read(parser);
			case "responseId" -> this.id = Tokens.text(parser);
			case "modelVersion" -> this.model = Tokens.text(parser);
			case "promptFeedback" -> {
				this.told = true;
				this.feedback = Json.read(parser);
			}
			case "usageMetadata" -> {
				this.told = true;
				this.usage = UsageReader.read(parser);
			}
			case "candidates" -> {
				if (parser.currentToken() == JsonToken.START_ARRAY) {
					this.told = true;
					this.candidates = new ArrayList<>(1);
				}
				Tokens.items(parser, (item) -> this.candidates.add(Candidate.read(item)));
			}
			default -> parser.skipChildren();
		}
	}

	/**
	 * Read a whole answer.
	 * @param reply the answer
	 * @param errors makes a failure of the error that it may hold
	 * @return the answer
	 * @throws dev.litellm.error.FailureException if it is an error or no object
	 */
	static Answer whole(WireReply reply, GeminiErrors errors) {
		Answer answer = Failures.read(reply, EXPECTED, Answer::read);
		if (answer.error != null) {
			throw errors.within(answer.error).asException();
		}
		return answer;
	}

	/**
	 * Return the whole answer in OpenAI's shape.
	 * @param created when it was made
	 * @param headers the headers that it came with
	 * @return the answer
	 */
	ChatResponse response(long created, HttpHeaders headers) {
		String tier = headers.getFirst("x-gemini-service-tier");
		List<Choice> choices = new ArrayList<>(1);
		for (int i = 0; i < this.candidates.size(); i++) {
			choices.add(this.candidates.get(i).choice(i));
		}
		String blocked = blocked();
		if (choices.isEmpty() && blocked != null) {
			choices.add(new Choice(0, Message.of("assistant", (String) null), FinishReason.CONTENT_FILTER, blocked,
					Map.of()));
		}
		return new ChatResponse(this.id, created, this.model, choices,
				(this.usage != null) ? this.usage.usage(grounding()) : null, null, (tier != null) ? tier(tier) : tier(),
				metadata(), CallInfo.empty());
	}

	boolean isTold() {
		return this.told;
	}

	@Nullable Object error() {
		return this.error;
	}

	@Nullable String id() {
		return this.id;
	}

	@Nullable String model() {
		return this.model;
	}

	@Nullable UsageReader usage() {
		return this.usage;
	}

	List<Candidate> candidates() {
		return this.candidates;
	}

	@Nullable String blocked() {
		return Values.text(Values.fields(this.feedback).get("blockReason"));
	}

	@Nullable String tier() {
		String told = (this.usage != null) ? this.usage.tier() : null;
		return (told != null) ? tier(told) : null;
	}

	private static String tier(String told) {
		String tier = told.toLowerCase(Locale.ROOT);
		return tier.equals("standard") ? "default" : tier;
	}

	/**
	 * Return what the answer stands on.
	 * @return the first candidate's {@code groundingMetadata}, or null
	 */
	@Nullable Object grounding() {
		for (Candidate candidate : this.candidates) {
			if (candidate.grounding() != null) {
				return candidate.grounding();
			}
		}
		return null;
	}

	/**
	 * Return what else the answer tells, by LiteLLM's names.
	 * @return lists by candidate
	 */
	Map<String, @Nullable Object> metadata() {
		Map<String, @Nullable Object> extra = new Members();
		this.candidates.forEach((candidate) -> candidate.tell(extra));
		if (this.feedback != null) {
			extra.put("prompt_feedback", this.feedback);
		}
		return extra;
	}

}
