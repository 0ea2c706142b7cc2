package dev.litellm.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

/**
 * What a reader makes of a body. When the reader needs no more, the answer is complete at
 * once, and the rest of the body is read and dropped for a little while so that the
 * connection can serve again: to cancel would close it.
 *
 * @param <T> what the reader makes
 */
final class ReadBody<T> extends FluxOperator<DataBuffer, List<T>> {

	/** How long the rest of a body is read. */
	static final Duration DRAIN_TIME = Duration.ofSeconds(1);

	/** How many bytes of the rest of a body are read. */
	static final int DRAIN_SIZE = 64 * 1024;

	private final BodyReader<T> reader;

	ReadBody(Flux<DataBuffer> body, BodyReader<T> reader) {
		super(body);
		this.reader = reader;
	}

	@Override
	public void subscribe(CoreSubscriber<? super List<T>> actual) {
		this.source.subscribe(new Reading<>(this.reader, actual));
	}

	private static final class Reading<T> implements CoreSubscriber<DataBuffer>, Subscription, Consumer<T>, Runnable {

		@SuppressWarnings("rawtypes")
		private static final AtomicLongFieldUpdater<Reading> DEMAND = AtomicLongFieldUpdater.newUpdater(Reading.class,
				"demand");

		@SuppressWarnings("rawtypes")
		private static final AtomicReferenceFieldUpdater<Reading, @Nullable List> LAST = AtomicReferenceFieldUpdater
			.newUpdater(Reading.class, List.class, "last");

		private final BodyReader<T> reader;

		private final CoreSubscriber<? super List<T>> actual;

		private @Nullable Subscription upstream;

		private volatile long demand;

		/** What came with the body's end and waits for demand. */
		private volatile @Nullable List<T> last;

		private volatile @Nullable Disposable alarm;

		private volatile boolean closed;

		private volatile boolean ended;

		private @Nullable Throwable error;

		private int drained;

		private @Nullable T one;

		private @Nullable List<T> several;

		Reading(BodyReader<T> reader, CoreSubscriber<? super List<T>> actual) {
			this.reader = reader;
			this.actual = actual;
		}

		@Override
		public Context currentContext() {
			return this.actual.currentContext();
		}

		@Override
		public void onSubscribe(Subscription subscription) {
			this.upstream = subscription;
			this.actual.onSubscribe(this);
		}

		@Override
		public void accept(T value) {
			if (this.one == null) {
				this.one = value;
				return;
			}
			if (this.several == null) {
				this.several = new ArrayList<>();
				this.several.add(this.one);
			}
			this.several.add(value);
		}

		private List<T> taken() {
			T first = this.one;
			List<T> all = this.several;
			this.one = null;
			this.several = null;
			return (first == null) ? List.of() : (all != null) ? all : List.of(first);
		}

		@Override
		public void onNext(DataBuffer buffer) {
			if (this.ended) {
				drop(buffer);
				return;
			}
			boolean done;
			try {
				this.reader.read(buffer, this);
				done = this.reader.isDone();
				if (done) {
					this.reader.end(this);
				}
			}
			catch (Throwable ex) {
				fail(ex);
				return;
			}
			finally {
				DataBufferUtils.release(buffer);
			}
			List<T> values = taken();
			if (!values.isEmpty()) {
				Operators.produced(DEMAND, this, 1);
				this.actual.onNext(values);
			}
			if (done) {
				this.ended = true;
				this.actual.onComplete();
				drain();
			}
			else if (values.isEmpty()) {
				upstream().request(1);
			}
		}

		private void drop(DataBuffer buffer) {
			this.drained += buffer.readableByteCount();
			DataBufferUtils.release(buffer);
			if (this.drained > DRAIN_SIZE) {
				run();
			}
		}

		private void drain() {
			if (this.closed) {
				return;
			}
			upstream().request(Long.MAX_VALUE);
			if (!this.closed) {
				Disposable set = Schedulers.parallel().schedule(this, DRAIN_TIME.toMillis(), TimeUnit.MILLISECONDS);
				this.alarm = set;
				if (this.closed) {
					set.dispose();
				}
			}
		}

		/**
		 * The end of draining.
		 */
		@Override
		public void run() {
			close();
			upstream().cancel();
		}

		private void close() {
			this.closed = true;
			Disposable set = this.alarm;
			if (set != null) {
				set.dispose();
			}
		}

		private void fail(Throwable error) {
			this.ended = true;
			run();
			endWith(error);
		}

		@Override
		public void onError(Throwable error) {
			close();
			if (!this.ended) {
				this.ended = true;
				this.actual.onError(error);
			}
		}

		@Override
		public void onComplete() {
			close();
			if (this.ended) {
				return;
			}
			this.ended = true;
			try {
				this.reader.end(this);
			}
			catch (Throwable ex) {
				endWith(ex);
				return;
			}
			endWith(null);
		}

		/**
		 * End, but give out first what was read before.
		 * @param error what went wrong, or null
		 */
		private void endWith(@Nullable Throwable error) {
			if (error != null) {
				Exceptions.throwIfFatal(error);
			}
			this.error = error;
			List<T> values = taken();
			if (values.isEmpty()) {
				end();
				return;
			}
			this.last = values;
			giveLast();
		}

		private void end() {
			if (this.error != null) {
				this.actual.onError(this.error);
			}
			else {
				this.actual.onComplete();
			}
		}

		@Override
		public void request(long count) {
			if (!Operators.validate(count)) {
				return;
			}
			Operators.addCap(DEMAND, this, count);
			if (this.last != null) {
				giveLast();
			}
			else {
				upstream().request(count);
			}
		}

		@SuppressWarnings("unchecked")
		private void giveLast() {
			if (this.demand > 0) {
				List<T> values = LAST.getAndSet(this, null);
				if (values != null) {
					this.actual.onNext(values);
					end();
				}
			}
		}

		@Override
		public void cancel() {
			this.last = null;
			if (!this.ended) {
				run();
			}
		}

		private Subscription upstream() {
			Subscription subscription = this.upstream;
			if (subscription == null) {
				throw new IllegalStateException("Not subscribed yet");
			}
			return subscription;
		}

	}

}
