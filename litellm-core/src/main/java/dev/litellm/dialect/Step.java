package dev.litellm.dialect;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

import dev.litellm.error.Failure;
import dev.litellm.error.FailureException;
import dev.litellm.transport.FrameDecoder;
import dev.litellm.transport.Framing;
import dev.litellm.transport.WireReply;
import dev.litellm.transport.WireRequest;

/**
 * What an exchange does next: a dialect says it, the engine does it.
 *
 * @param <T> what the exchange comes to: an answer, or the chunks of a stream
 * @since 0.1.0
 */
public sealed interface Step<T> {

	/**
	 * Return the step that a dialect makes, or that it failed to make one.
	 * @param <T> what the exchange comes to
	 * @param made makes the step
	 * @return the step
	 */
	static <T> Step<T> attempt(Supplier<Step<T>> made) {
		try {
			return made.get();
		}
		catch (FailureException ex) {
			return new Fail<>(ex.failure());
		}
	}

	/**
	 * Return a step that asks once.
	 * @param <T> what the exchange comes to
	 * @param request what to ask
	 * @param decode makes the value of the answer, or throws what failed
	 * @return the step
	 */
	static <T> Step<T> ask(WireRequest request, Function<WireReply, T> decode) {
		return new Ask<>(request, (reply) -> attempt(() -> new Answer<>(decode.apply(reply))));
	}

	/**
	 * Ask, and go on with the answer; an answer of status 300 or above goes to
	 * {@link Dialect#error} instead.
	 *
	 * @param <T> what the exchange comes to
	 * @param request what to ask
	 * @param then what to do with the answer
	 * @param otherwise what to do with an answer of status 400 or above; null where it is
	 * a failure
	 */
	record Ask<T>(WireRequest request, Function<WireReply, Step<T>> then,
			Function<WireReply, @Nullable Step<T>> otherwise) implements Step<T> {

		public Ask(WireRequest request, Function<WireReply, Step<T>> then) {
			this(request, then, (reply) -> null);
		}

	}

	/**
	 * Ask, and decode the answer frame by frame.
	 *
	 * @param <T> a chunk
	 * @param request what to ask
	 * @param framing how the answer is cut into frames
	 * @param decoder makes a decoder for one answer
	 */
	record Listen<T>(WireRequest request, Framing framing, Supplier<FrameDecoder<T>> decoder) implements Step<T> {
	}

	/**
	 * Wait, then go on.
	 *
	 * @param <T> what the exchange comes to
	 * @param time how long
	 * @param then what to do after it
	 */
	record Wait<T>(Duration time, Supplier<Step<T>> then) implements Step<T> {
	}

	/**
	 * Go on, while something runs at the provider that is to be stopped there where
	 * nobody waits for it any more: when the caller cancels, or the time is over.
	 *
	 * @param <T> what the exchange comes to
	 * @param stop what to ask then; its answer is not waited for
	 * @param then what to do
	 */
	record Running<T>(WireRequest stop, Step<T> then) implements Step<T> {
	}

	/**
	 * The exchange has come to its value.
	 *
	 * @param <T> the value's type
	 * @param value the value
	 */
	record Answer<T>(T value) implements Step<T> {
	}

	/**
	 * Take the values from whoever makes them within the application: a provider without
	 * a wire.
	 *
	 * @param <T> what the exchange comes to
	 * @param values an answer, or the chunks of a stream; may fail with a
	 * {@link dev.litellm.error.FailureException}
	 */
	record Take<T>(Publisher<T> values) implements Step<T> {
	}

	/**
	 * The exchange has failed.
	 *
	 * @param <T> what it would have come to
	 * @param failure what went wrong
	 */
	record Fail<T>(Failure failure) implements Step<T> {
	}

}
