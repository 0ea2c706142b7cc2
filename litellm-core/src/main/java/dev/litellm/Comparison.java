package dev.litellm;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Usage;
import dev.litellm.error.LlmException;

/**
 * What several models made of the same chat; prints as a table.
 *
 * @param entries each model's answer or failure, in the order of the question
 * @since 0.1.0
 */
public record Comparison(List<Entry> entries) {

	private static final int TEXT = 60;

	public Comparison {
		entries = List.copyOf(entries);
	}

	/**
	 * Return a model's entry.
	 * @param model the model as the question named it
	 * @return the entry
	 * @throws IllegalArgumentException if the question did not name it
	 */
	public Entry get(String model) {
		return this.entries.stream()
			.filter((entry) -> entry.model().equals(model))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("'" + model + "' was not compared; these were: "
					+ this.entries.stream().map(Entry::model).toList()));
	}

	@Override
	public String toString() {
		int width = this.entries.stream().mapToInt((entry) -> entry.model().length()).max().orElse(5);
		String format = "%-" + Math.max(width, 5) + "s  %8s  %7s  %-9s  %s%n";
		StringBuilder table = new StringBuilder(String.format(format, "model", "time", "tokens", "cost", "answer"));
		this.entries.forEach((entry) -> table.append(String.format(format, entry.model(),
				entry.latency().toMillis() + " ms", entry.tokens(), entry.cost(), entry.summary())));
		return table.toString();
	}

	/**
	 * What one model made of it: an answer or a failure.
	 *
	 * @param model the model as the question named it
	 * @param response the answer, or null where it failed
	 * @param error the failure, or null where it answered
	 * @param latency how long it took
	 */
	public record Entry(String model, @Nullable ChatResponse response, @Nullable LlmException error, Duration latency) {

		public boolean succeeded() {
			return this.response != null;
		}

		/**
		 * Return the text of the answer.
		 * @return the text
		 * @throws LlmException if the model failed
		 */
		public String content() {
			if (this.error != null) {
				throw this.error;
			}
			return (this.response != null) ? this.response.content() : "";
		}

		String tokens() {
			Usage usage = (this.response != null) ? this.response.usage() : null;
			return (usage != null) ? Long.toString(usage.totalTokens()) : "-";
		}

		String cost() {
			return (this.response != null) ? this.response.cost().toString() : "-";
		}

		String summary() {
			String text = (this.error != null)
					? "failed: " + this.error.kind().text() + ", " + this.error.failure().message() : content();
			String line = text.replaceAll("\\s+", " ").strip();
			return (line.length() <= TEXT) ? line : line.substring(0, TEXT - 1) + "…";
		}

	}

}
