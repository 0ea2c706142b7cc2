package dev.litellm.benchmarks.client;

import java.util.concurrent.CompletionStage;

/**
 * A client under measurement: three ways to ask the same question.
 */
public interface Contender extends AutoCloseable {

	/** What every client sends as its key. */
	String KEY = "sk-test";

	/** The model that every client asks for. */
	String MODEL = "gpt-4o-mini";

	/** What every client asks. */
	String QUESTION = "Say hi";

	/**
	 * Asks, and waits for the whole answer.
	 * @return the text of the answer
	 */
	String call();

	/**
	 * Asks for a stream, and gathers it on the caller's thread or waits for who does.
	 * @return the text of all chunks
	 */
	String stream();

	/**
	 * Asks for a stream without waiting for it.
	 * @return the text of all chunks, once the stream has ended
	 */
	CompletionStage<String> start();

	@Override
	default void close() {
	}

}
