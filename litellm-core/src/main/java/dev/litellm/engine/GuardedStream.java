package dev.litellm.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * A stream that keeps what comes before its first content back until that is there, and
 * fails when it is late. A stream is never late for want of a reader: only while chunks
 * are asked for does its idle time run.
 *
 * @param <C> a chunk
 */
final class GuardedStream<C> extends FluxOperator<List<C>, List<C>> {

	private final Times times;

	private final Predicate<C> hasContent;

	/**
	 * Create a guarded stream.
	 * @param source the stream
	 * @param times its limits
	 * @param hasContent whether a chunk holds something that a caller can see
	 */
	GuardedStream(Flux<List<C>> source, Times times, Predicate<C> hasContent) {
		super(source);
		this.times = times;
		this.hasContent = hasContent;
	}

	@Override
	public void subscribe(CoreSubscriber<? super List<C>> actual) {
		this.source.subscribe(new Guard<>(this, Operators.serialize(actual)));
	}

	private static final class Guard<C> implements CoreSubscriber<List<C>>, Subscription, Runnable {

		@SuppressWarnings("rawtypes")
		private static final AtomicIntegerFieldUpdater<Guard> ENDED = AtomicIntegerFieldUpdater.newUpdater(Guard.class,
				"ended");

		@SuppressWarnings("rawtypes")
		private static final AtomicLongFieldUpdater<Guard> DEMAND = AtomicLongFieldUpdater.newUpdater(Guard.class,
				"demand");

		private final GuardedStream<C> stream;

		private final CoreSubscriber<? super List<C>> actual;

		private @Nullable Subscription upstream;

		private volatile @Nullable Disposable alarm;

		private volatile boolean content;

		private volatile int ended;

		private volatile long demand;

		private @Nullable List<C> held;

		Guard(GuardedStream<C> stream, CoreSubscriber<? super List<C>> actual) {
			this.stream = stream;
			this.actual = actual;
		}

		@Override
		public Context currentContext() {
			return this.actual.currentContext();
		}

		@Override
		public void onSubscribe(Subscription subscription) {
			this.upstream = subscription;
			setAlarm(this.stream.times.left(false));
			this.actual.onSubscribe(this);
		}

		@Override
		public void onNext(List<C> chunks) {
			if (this.ended != 0) {
				return;
			}
			List<C> passing = this.content ? chunks : begin(chunks);
			if (passing == null) {
				pull(1);
				return;
			}
			Operators.produced(DEMAND, this, 1);
			this.actual.onNext(passing);
		}

		private @Nullable List<C> begin(List<C> chunks) {
			List<C> before = this.held;
			if (chunks.stream().noneMatch(this.stream.hasContent)) {
				if (before == null) {
					this.held = new ArrayList<>(chunks);
				}
				else {
					before.addAll(chunks);
				}
				return null;
			}
			this.stream.times.touch();
			this.content = true;
			stopAlarm();
			setAlarm(this.stream.times.left(true));
			this.held = null;
			if (before == null) {
				return chunks;
			}
			before.addAll(chunks);
			return before;
		}

		@Override
		public void onError(Throwable error) {
			if (end()) {
				this.actual.onError(error);
			}
		}

		@Override
		public void onComplete() {
			if (end()) {
				List<C> rest = this.held;
				if (rest != null) {
					this.actual.onNext(rest);
				}
				this.actual.onComplete();
			}
		}

		@Override
		public void request(long count) {
			if (Operators.validate(count)) {
				if (Operators.addCap(DEMAND, this, count) == 0) {
					this.stream.times.touch();
				}
				pull(count);
			}
		}

		private void pull(long count) {
			Subscription subscription = this.upstream;
			if (subscription != null) {
				subscription.request(count);
			}
		}

		@Override
		public void cancel() {
			end();
			Subscription subscription = this.upstream;
			if (subscription != null) {
				subscription.cancel();
			}
		}

		/**
		 * The alarm: the stream may be late.
		 */
		@Override
		public void run() {
			boolean begun = this.content;
			if (begun && this.demand == 0) {
				this.stream.times.touch();
			}
			long left = this.stream.times.left(begun);
			if (left > 0) {
				setAlarm(left);
			}
			else if (end()) {
				Subscription subscription = this.upstream;
				if (subscription != null) {
					subscription.cancel();
				}
				this.actual.onError(this.stream.times.late(begun).asException());
			}
		}

		private void setAlarm(long nanos) {
			if (this.ended == 0) {
				Disposable set = this.stream.times.timer().schedule(this, Math.max(nanos, 0), TimeUnit.NANOSECONDS);
				this.alarm = set;
				if (this.ended != 0) {
					set.dispose();
				}
			}
		}

		private boolean end() {
			if (!ENDED.compareAndSet(this, 0, 1)) {
				return false;
			}
			stopAlarm();
			return true;
		}

		private void stopAlarm() {
			Disposable set = this.alarm;
			if (set != null) {
				set.dispose();
			}
		}

	}

}
