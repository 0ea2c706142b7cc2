package dev.litellm.benchmarks.dialect;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import dev.litellm.LlmClientBuilder;

/**
 * One dialect's form of the same two answers: a text of some 500 characters, and a stream
 * of 100 chunks with 98 words.
 *
 * @param dialect the dialect's name
 * @param model the model that is asked
 * @param setUp sets the provider up
 * @param whole the whole answer
 * @param mediaType the type of a stream
 * @param stream the events of a stream
 */
record Sample(String dialect, String model, UnaryOperator<LlmClientBuilder> setUp, byte[] whole, String mediaType,
		List<byte[]> stream) {

	static final String TEXT = "All happy answers are alike. ".repeat(18).strip();

	static final List<String> WORDS = IntStream.range(0, 98).mapToObj((i) -> " word" + i).toList();

	static Builder of(String dialect, String model) {
		return new Builder(dialect, model);
	}

	/**
	 * Collects the parts of a sample.
	 */
	static final class Builder {

		private final String dialect;

		private final String model;

		private UnaryOperator<LlmClientBuilder> setUp;

		private String whole = "";

		private final List<byte[]> stream = new ArrayList<>();

		Builder(String dialect, String model) {
			this.dialect = dialect;
			this.model = model;
			this.setUp = (client) -> client.provider(model.substring(0, model.indexOf('/')),
					(provider) -> provider.apiKey("sk-test"));
		}

		Builder setUp(UnaryOperator<LlmClientBuilder> setUp) {
			this.setUp = setUp;
			return this;
		}

		/** In which {@code %s} stands for the text. */
		Builder whole(String whole) {
			this.whole = whole.formatted(TEXT);
			return this;
		}

		/** In which {@code %s} stands for a word. */
		Builder words(String prefix, String event, String suffix) {
			WORDS.forEach((word) -> raw((prefix + event.formatted(word) + suffix).getBytes(StandardCharsets.UTF_8)));
			return this;
		}

		Builder event(String text) {
			return raw(text.getBytes(StandardCharsets.UTF_8));
		}

		Builder raw(byte[] bytes) {
			this.stream.add(bytes);
			return this;
		}

		Sample build(String mediaType) {
			return new Sample(this.dialect, this.model, this.setUp, this.whole.getBytes(StandardCharsets.UTF_8),
					mediaType, List.copyOf(this.stream));
		}

	}

}
