package dev.litellm.transport;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
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

	void done() {
		this.done = true;
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
