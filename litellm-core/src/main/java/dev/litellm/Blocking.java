package dev.litellm;

import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.error.LlmException;

/**
 * The one place that blocks.
 */
final class Blocking {

	private Blocking() {
	}

	static <T> T await(Mono<T> answer, String model) {
		check();
		try {
			T result = answer.contextCapture().block();
			if (result == null) {
				throw new IllegalStateException("The call to '" + model + "' ended without an answer");
			}
			return result;
		}
		catch (RuntimeException ex) {
			throw translate(ex, model);
		}
	}

	/**
	 * Return a stream that closes the connection when it is closed.
	 * @param <T> the items
	 * @param items the items
	 * @param model the model that gives them
	 * @return the stream
	 */
	static <T> Stream<T> stream(Flux<T> items, String model) {
		check();
		Stream<T> stream = items.contextCapture().toStream();
		Iterator<T> iterator = stream.iterator();
		Iterator<T> waiting = new Iterator<>() {

			@Override
			public boolean hasNext() {
				try {
					return iterator.hasNext();
				}
				catch (RuntimeException ex) {
					throw translate(ex, model);
				}
			}

			@Override
			public T next() {
				return iterator.next();
			}

		};
		return StreamSupport
			.stream(Spliterators.spliteratorUnknownSize(waiting, Spliterator.ORDERED | Spliterator.NONNULL), false)
			.onClose(stream::close);
	}

	private static RuntimeException translate(RuntimeException error, String model) {
		if (!(error.getCause() instanceof InterruptedException)) {
			return error;
		}
		Thread.currentThread().interrupt();
		return LlmException.of(Failure.of(ErrorKind.CANCELLED,
				"the waiting thread was interrupted; the connection is closed", error.getCause()), null, model,
				List.of());
	}

	private static void check() {
		if (Schedulers.isInNonBlockingThread()) {
			throw new IllegalStateException("This would block the event loop thread '"
					+ Thread.currentThread().getName()
					+ "': use callMono() or stream().chunks() there, or move to a thread that may block, for example with subscribeOn(Schedulers.boundedElastic())");
		}
	}

}
