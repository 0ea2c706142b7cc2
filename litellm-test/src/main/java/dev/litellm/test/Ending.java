package dev.litellm.test;

/**
 * How an answer ends.
 *
 * @param after the number of chunks after which it ends, {@link #BEFORE_HEADERS}, or
 * {@link #COMPLETE}
 * @param how what happens to the connection then
 */
record Ending(int after, How how) {

	static final int BEFORE_HEADERS = -1;

	static final int COMPLETE = Integer.MAX_VALUE;

	static final Ending KEEP_ALIVE = new Ending(COMPLETE, How.KEEP);

	boolean isComplete() {
		return this.after == COMPLETE;
	}

	/**
	 * What happens to the connection.
	 */
	enum How {

		/** It waits for the next request. */
		KEEP,

		/** It is closed in order. */
		CLOSE,

		/** It is reset. */
		RESET,

		/** Nothing more is sent until the client goes. */
		SILENCE

	}

}
