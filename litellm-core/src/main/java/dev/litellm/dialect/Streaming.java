package dev.litellm.dialect;

/**
 * What the engine needs to know of an operation's chunks.
 *
 * @param <C> a chunk
 * @param <R> the answer that the chunks come to
 * @since 0.1.0
 */
public interface Streaming<C, R> {

	/**
	 * Return whether a chunk holds something that a caller can see.
	 * @param chunk the chunk
	 * @return false for an opening or a mere usage
	 */
	boolean hasContent(C chunk);

	/**
	 * Return a new rebuilder of the answer.
	 * @return the rebuilder
	 */
	Aggregation<C, R> aggregation();

	/**
	 * Rebuilder of an answer from its chunks; not thread-safe.
	 *
	 * @param <C> a chunk
	 * @param <R> the answer
	 */
	interface Aggregation<C, R> {

		void add(C chunk);

		R response();

	}

}
