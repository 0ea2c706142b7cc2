package dev.litellm.test;

import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Decides what is answered: the required key, then standing answers with the latest
 * first, then the information pages, then the queue, then the default.
 */
final class Script implements Function<RecordedRequest, Reply> {

	private final RequestLog log;

	private final Queue<Reply> queue = new ConcurrentLinkedQueue<>();

	private final List<Rule> rules = new CopyOnWriteArrayList<>();

	private volatile Function<RecordedRequest, Reply> otherwise = Defaults::answer;

	private volatile @Nullable String key;

	private volatile List<String> models = Defaults.MODELS;

	Script(RequestLog log) {
		this.log = log;
	}

	@Override
	public Reply apply(RecordedRequest request) {
		this.log.add(request);
		try {
			return Objects.requireNonNull(answer(request), "The script has no reply");
		}
		catch (RuntimeException | AssertionError ex) {
			return Reply.error(500, "script_error", "The script failed for " + request + ": " + ex);
		}
	}

	private Reply answer(RecordedRequest request) {
		if (!Keys.accepts(this.key, request)) {
			return Reply.error(401);
		}
		for (Rule rule : this.rules) {
			if (rule.condition().test(request)) {
				return rule.answer().apply(request);
			}
		}
		Reply information = Defaults.information(request, this.models);
		if (information != null) {
			return information;
		}
		Reply next = this.queue.poll();
		return (next != null) ? next : this.otherwise.apply(request);
	}

	void enqueue(Reply reply) {
		this.queue.add(reply);
	}

	int remaining() {
		return this.queue.size();
	}

	void when(Predicate<RecordedRequest> condition, Function<RecordedRequest, Reply> answer) {
		this.rules.add(0, new Rule(condition, answer));
	}

	void otherwise(Function<RecordedRequest, Reply> answer) {
		this.otherwise = answer;
	}

	void requireKey(String key) {
		this.key = key;
	}

	void models(List<String> models) {
		this.models = models;
	}

	void clear() {
		this.queue.clear();
		this.rules.clear();
		this.otherwise = Defaults::answer;
		this.key = null;
		this.models = Defaults.MODELS;
	}

	/**
	 * A standing answer.
	 */
	private record Rule(Predicate<RecordedRequest> condition, Function<RecordedRequest, Reply> answer) {

	}

}
