package dev.litellm.test;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Answers in turn; the last one stays.
 */
final class Turns implements Function<RecordedRequest, Reply> {

	private final List<Reply> replies;

	private final AtomicInteger next = new AtomicInteger();

	Turns(List<Reply> replies) {
		this.replies = List.copyOf(replies);
	}

	@Override
	public Reply apply(RecordedRequest request) {
		int last = this.replies.size() - 1;
		return this.replies.get(this.next.getAndUpdate((turn) -> Math.min(turn + 1, last)));
	}

}
