package dev.litellm.benchmarks.dialect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import dev.litellm.LlmClientBuilder;
import dev.litellm.ProviderSpec;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;

/**
 * One dialect's form of the same two answers: a text of some 500 characters, and a stream
 * of 100 chunks with 98 words.
 *
 * @param title what the table says
 * @param dialect the dialect's name
 * @param model the model that is asked
 * @param setUp sets the provider up
 * @param others the answers to what is asked by other methods on the way
 * @param waits whether a call waits between its requests
 * @param whole the whole answer
 * @param stream the streamed answer, or null where the dialect does not stream
 */
record Sample(String title, String dialect, String model, UnaryOperator<LlmClientBuilder> setUp,
		Map<HttpMethod, Answer> others, boolean waits, Answer whole, @Nullable Answer stream) {

	static final String TEXT = "All happy answers are alike. ".repeat(18).strip();

	static final List<String> WORDS = IntStream.range(0, 98).mapToObj((i) -> " word" + i).toList();

	/** The sample of a dialect at a provider that the library knows. */
	static Builder of(String dialect, String model) {
		return of(dialect, model, (provider) -> provider.apiKey("sk-test"));
	}

	static Builder of(String dialect, String model, Consumer<ProviderSpec> provider) {
		String name = model.substring(0, model.indexOf('/'));
		return new Builder(dialect, model, (client) -> client.provider(name, provider));
	}

	/**
	 * The sample of a dialect at a provider without options or tokens, so that nothing
	 * but the dialect counts.
	 */
	static Builder bare(String dialect) {
		return of(dialect, "bench/model",
				(provider) -> provider.baseUrl("https://bench.example").apiKey("sk-test").dialect(dialect));
	}

	/**
	 * Collects the parts of a sample.
	 */
	static final class Builder {

		private final String dialect;

		private final String model;

		private final UnaryOperator<LlmClientBuilder> setUp;

		private final Map<HttpMethod, Answer> others = new HashMap<>();

		private String title;

		private boolean waits;

		private Answer whole = Answer.json("");

		private @Nullable Answer stream;

		Builder(String dialect, String model, UnaryOperator<LlmClientBuilder> setUp) {
			this.dialect = dialect;
			this.title = dialect;
			this.model = model;
			this.setUp = setUp;
		}

		/** What tells this sample from others of the dialect. */
		Builder by(String what) {
			this.title = this.dialect + ", " + what;
			return this;
		}

		Builder other(HttpMethod method, String answer) {
			this.others.put(method, Answer.json(answer));
			return this;
		}

		Builder waits() {
			this.waits = true;
			return this;
		}

		/** In which {@code %s} stands for the text. */
		Builder whole(String whole) {
			return whole(Answer.json(whole.formatted(TEXT)));
		}

		Builder whole(Answer whole) {
			this.whole = whole;
			return this;
		}

		Builder stream(Events events) {
			this.stream = events.end();
			return this;
		}

		Sample build() {
			return new Sample(this.title, this.dialect, this.model, this.setUp, Map.copyOf(this.others), this.waits,
					this.whole, this.stream);
		}

	}

}
