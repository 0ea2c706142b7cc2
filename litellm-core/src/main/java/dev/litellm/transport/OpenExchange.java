package dev.litellm.transport;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.util.context.ContextView;

/**
 * An exchange that is under way: closes its connection when it is cancelled, also in the
 * moment between the answer's head and its body, in which WebClient would read the body
 * to its end instead.
 */
final class OpenExchange {

	private @Nullable Consumer<BooleanSupplier> closer;

	private boolean cancelled;

	private volatile boolean done;

	/**
	 * Return the exchange that a request belongs to.
	 * @param context the context of the request's subscriber
	 * @return the exchange, or null where the request is none of ours
	 */
	static @Nullable OpenExchange in(ContextView context) {
		return context.getOrDefault(OpenExchange.class, null);
	}

	/**
	 * Return an answer's body as it may be read: once the exchange is cancelled, it is
	 * not read any more, and nobody hears that it cannot be; WebClient would try again,
	 * and what comes of that is logged as an error that is lost.
	 * @param <T> what is made of the body
	 * @param body the body
	 * @return the body
	 */
	<T> Flux<T> guard(Flux<T> body) {
		Flux<T> read = body.doOnComplete(() -> this.done = true);
		return Flux.defer(() -> isCancelled() ? Flux.never() : read)
			.onErrorResume((error) -> isCancelled() ? Flux.never() : Flux.error(error));
	}

	synchronized boolean isCancelled() {
		return this.cancelled;
	}

	/**
	 * Say how the connection is closed.
	 * @param closer closes it, if that is still wanted when it comes to it
	 */
	void closeWith(Consumer<BooleanSupplier> closer) {
		boolean late;
		synchronized (this) {
			this.closer = closer;
			late = this.cancelled;
		}
		if (late) {
			closer.accept(this::isOpen);
		}
	}

	void cancel() {
		Consumer<BooleanSupplier> close;
		synchronized (this) {
			this.cancelled = true;
			close = this.closer;
		}
		if (close != null && isOpen()) {
			close.accept(this::isOpen);
		}
	}

	private boolean isOpen() {
		return !this.done;
	}

}
