package dev.litellm;

import java.util.List;
import java.util.stream.Stream;

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
			if (ex.getCause() instanceof InterruptedException) {
				throw LlmException.of(
						Failure.of(ErrorKind.CANCELLED, "the waiting thread was interrupted", ex.getCause()), null,
						model, List.of());
			}
			throw ex;
		}
	}

	static <T> Stream<T> stream(Flux<T> items) {
		check();
		return items.contextCapture().toStream();
	}

	private static void check() {
		if (Schedulers.isInNonBlockingThread()) {
			throw new IllegalStateException("This would block the event loop thread '"
					+ Thread.currentThread().getName()
					+ "': use callMono() or stream().chunks() there, or move to a thread that may block, for example with subscribeOn(Schedulers.boundedElastic())");
		}
	}

}
