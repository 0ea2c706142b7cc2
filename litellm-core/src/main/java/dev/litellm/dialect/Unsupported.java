package dev.litellm.dialect;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.litellm.chat.ContentPart;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;

/**
 * What a request asks for and its target cannot do: refused with what it can, or left out
 * with a note where the caller allows it. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class Unsupported {

	/** The parameters of OpenAI's chat completions. */
	public static final Set<String> OPENAI = Set.of("temperature", "top_p", "n", "stream_options", "stop",
			"max_completion_tokens", "max_tokens", "modalities", "prediction", "audio", "presence_penalty",
			"frequency_penalty", "logit_bias", "user", "reasoning_effort", "verbosity", "response_format", "seed",
			"tools", "tool_choice", "logprobs", "top_logprobs", "parallel_tool_calls", "web_search_options",
			"safety_identifier", "service_tier", "functions", "function_call", "prompt_cache_key",
			"prompt_cache_retention", "store");

	private final Target target;

	private final Set<String> never;

	/** Most requests have none, so that there is no set for them. */
	private Set<String> names = Set.of();

	/**
	 * Create an empty collection.
	 * @param target whom the request goes to; gets the notes
	 * @param never the parameters of OpenAI's that the format never takes
	 */
	public Unsupported(Target target, Set<String> never) {
		this.target = target;
		this.never = never;
	}

	/**
	 * Take a parameter that is not supported.
	 * @param name its OpenAI name, with the circumstances where they matter
	 */
	public void add(String name) {
		if (this.names.isEmpty()) {
			this.names = new TreeSet<>();
		}
		this.names.add(name);
	}

	/**
	 * Refuse what has been taken, if anything.
	 * @throws dev.litellm.error.FailureException if it may not be left out
	 */
	public void settle() {
		settle("");
	}

	/**
	 * Refuse what has been taken, if anything.
	 * @param circumstance is told behind the model's name, for example "while it thinks",
	 * or empty
	 * @throws dev.litellm.error.FailureException if it may not be left out
	 */
	public void settle(String circumstance) {
		if (this.names.isEmpty()) {
			return;
		}
		String problem = this.target.provider().name() + " does not support " + this.names + " for model "
				+ this.target.model() + (circumstance.isEmpty() ? "" : " " + circumstance);
		if (this.target.dropUnsupported()) {
			this.target.note("parameters were left out: " + problem);
			return;
		}
		Set<String> supported = new TreeSet<>(OPENAI);
		supported.removeAll(this.never);
		supported.removeAll(this.names);
		throw Failure
			.of(ErrorKind.UNSUPPORTED_PARAMS,
					problem + "; leave them out, or set drop-unsupported: true; it supports " + supported)
			.asException();
	}

	/**
	 * Return the texts that end an answer, as many as the target takes.
	 * @param value the {@code stop} parameter: a text or a list of them
	 * @param most how many it takes
	 * @param target whom the request goes to; gets a note where there are more
	 * @return the list
	 */
	public static List<?> stops(Object value, int most, Target target) {
		List<?> stops = (value instanceof List<?> items) ? items : List.of(value);
		if (stops.size() <= most) {
			return stops;
		}
		target.note("stop was cut to its first " + most + " texts of " + stops.size());
		return stops.subList(0, most);
	}

	/**
	 * Refuse a content part, or leave a note that it was left out.
	 * @param part the part
	 * @param target whom the request goes to; gets the note
	 * @param taken what it takes, for example "text and images"
	 * @throws dev.litellm.error.FailureException if it may not be left out
	 */
	public static void part(ContentPart part, Target target, String taken) {
		String problem = "content of type '" + part.type() + "' is not supported by " + target.provider().name();
		if (!target.dropUnsupported()) {
			throw Failure
				.of(ErrorKind.UNSUPPORTED_PARAMS,
						problem + "; it takes " + taken + ": leave it out, or set drop-unsupported: true")
				.asException();
		}
		target.note("a content part was left out: " + problem);
	}

}
