package dev.litellm.engine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;

import dev.litellm.dialect.Dialect;
import dev.litellm.dialect.Step;
import dev.litellm.dialect.Target;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.transport.BodyReader;
import dev.litellm.transport.FrameDecoder;
import dev.litellm.transport.Framing;
import dev.litellm.transport.Transport;
import dev.litellm.transport.WholeBody;
import dev.litellm.transport.WireHead;
import dev.litellm.transport.WireReply;
import dev.litellm.transport.WireRequest;

/**
 * Does the steps of an exchange.
 */
final class StepWalker {

	private static final Duration STOPPED_WITHIN = Duration.ofSeconds(10);

	private final Transport transport;

	private final int maxSize;

	private final Dialect dialect;

	private final Target target;

	private final Times times;

	private final Consumer<WireHead> heads;

	private boolean whole;

	private volatile boolean ended;

	/**
	 * Create a walker.
	 * @param parts what the engine is made of
	 * @param dialect tells failures
	 * @param target whom requests go to
	 * @param times the attempt's limits
	 * @param heads told of each answer's head
	 */
	StepWalker(Engine.Parts parts, Dialect dialect, Target target, Times times, Consumer<WireHead> heads) {
		this.transport = parts.transport();
		this.maxSize = parts.maxResponseSize();
		this.dialect = dialect;
		this.target = target;
		this.times = times;
		this.heads = heads;
	}

	/**
	 * Do the steps of a call, whose answer is there in time or not at all, even where it
	 * is put together of a stream.
	 * @param <T> the answer
	 * @param step the first step
	 * @return the answer
	 */
	<T> Flux<List<T>> whole(Step<T> step) {
		this.whole = true;
		return walk(step);
	}

	<T> Flux<List<T>> walk(Step<T> step) {
		if (step instanceof Step.Ask<T> ask) {
			return ask(ask);
		}
		if (step instanceof Step.Listen<T> listen) {
			Flux<List<T>> heard = this.transport.exchange(
					this.target.signed(listen.request().accepting(listen.framing().mediaType())), this.times.connect(),
					(head) -> reader(head, listen.framing(), listen.decoder().get()));
			return this.whole ? within(heard.next()).flux() : heard;
		}
		if (step instanceof Step.Wait<T> wait) {
			return within(Mono.delay(wait.time(), this.times.timer())).flatMapMany((tick) -> walk(wait.then().get()));
		}
		if (step instanceof Step.Running<T> running) {
			return walk(running.then()).doOnError((ex) -> stop(running.stop())).doOnCancel(() -> stop(running.stop()));
		}
		if (step instanceof Step.Answer<T> answer) {
			this.ended = true;
			return Flux.just(List.of(answer.value()));
		}
		if (step instanceof Step.Take<T> take) {
			return take(take);
		}
		this.ended = true;
		return Flux.error(((Step.Fail<T>) step).failure().asException());
	}

	/** An answer that is there is cancelled too, when it has been taken. */
	private void stop(WireRequest request) {
		if (!this.ended) {
			this.ended = true;
			this.transport
				.exchange(this.target.signed(request), this.times.connect(),
						(head) -> new WholeBody<>(head, this.maxSize, WireReply::status))
				.timeout(STOPPED_WITHIN, this.times.timer())
				.subscribe((status) -> {
				}, (ex) -> {
				});
		}
	}

	private <T> Flux<List<T>> take(Step.Take<T> take) {
		Mono<Long> alarm = Mono.delay(left(), this.times.timer());
		return Flux.from(take.values())
			.doOnNext((value) -> this.times.touch())
			.timeout(alarm)
			.onErrorMap(TimeoutException.class, (ex) -> this.times.late(false).asException())
			.map(List::of);
	}

	private <T> Flux<List<T>> ask(Step.Ask<T> ask) {
		return within(
				this.transport
					.<Step<T>>exchange(this.target.signed(ask.request()), this.times.connect(),
							(head) -> whole(head,
									(reply) -> head.isError() ? otherwise(ask, reply) : ask.then().apply(reply)))
					.next())
			.flatMapMany((steps) -> walk(steps.get(0)));
	}

	private <T> Mono<T> within(Mono<T> step) {
		return step.timeout(left(), Mono.error(() -> this.times.late(false).asException()), this.times.timer());
	}

	private Duration left() {
		return Duration.ofNanos(Math.max(1, this.times.left(false)));
	}

	private <T> WholeBody<T> whole(WireHead head, Function<WireReply, T> then) {
		this.heads.accept(head);
		return new WholeBody<>(head, this.maxSize, then);
	}

	private <T> Step<T> otherwise(Step.Ask<T> ask, WireReply reply) {
		Step<T> step = (reply.status() < 400) ? null : ask.otherwise().apply(reply);
		if (step == null) {
			throw failure(reply).asException();
		}
		return step;
	}

	private Failure failure(WireReply reply) {
		return (reply.status() < 400) ? redirect(reply) : this.dialect.error(reply, this.target);
	}

	private static Failure redirect(WireReply reply) {
		return new Failure(ErrorKind.INVALID_RESPONSE, "answered " + reply.status()
				+ ", a redirect, which is never followed since it would take the key to another address: set the base-url to the address that answers",
				reply.status(), null, null, null, null);
	}

	private <T> BodyReader<T> reader(WireHead head, Framing standard, FrameDecoder<T> decoder) {
		Framing framing = head.framing(standard);
		if (!head.isError() && !(framing != Framing.NDJSON && head.isJson())) {
			this.heads.accept(head);
			return new Touching<>(framing.reader(decoder, this.maxSize));
		}
		WholeBody<WireReply> body = whole(head, (reply) -> reply);
		return new BodyReader<>() {

			@Override
			public void read(DataBuffer buffer, Consumer<T> out) {
				body.read(buffer, (reply) -> {
				});
			}

			@Override
			public void end(Consumer<T> out) {
				body.end((reply) -> {
					if (head.isError()) {
						throw failure(reply).asException();
					}
					decoder.whole(reply, out);
				});
			}

		};
	}

	/**
	 * Reader that notes that the answer moves, whatever comes.
	 *
	 * @param <T> what is read
	 */
	private final class Touching<T> implements BodyReader<T> {

		private final BodyReader<T> reader;

		Touching(BodyReader<T> reader) {
			this.reader = reader;
		}

		@Override
		public void read(DataBuffer buffer, Consumer<T> out) {
			StepWalker.this.times.touch();
			this.reader.read(buffer, out);
		}

		@Override
		public void end(Consumer<T> out) {
			this.reader.end(out);
		}

		@Override
		public boolean isDone() {
			return this.reader.isDone();
		}

	}

}
