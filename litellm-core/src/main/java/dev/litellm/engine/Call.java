package dev.litellm.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

import dev.litellm.call.CallInfo;
import dev.litellm.call.LlmRequest;
import dev.litellm.call.LlmResponse;
import dev.litellm.call.ProxyInfo;
import dev.litellm.call.Timeouts;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Dialect;
import dev.litellm.dialect.Operation;
import dev.litellm.dialect.Target;
import dev.litellm.error.Attempt;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.error.FailureException;
import dev.litellm.error.LlmException;
import dev.litellm.routing.Deployment;
import dev.litellm.routing.Leg;
import dev.litellm.routing.UnknownModelException;

/**
 * One call on its way: the loop of attempts, which whole and streamed calls share.
 *
 * @param <Q> the request
 * @param <R> the answer
 * @param <C> a chunk
 * @param <T> what an attempt gives: the answer, or chunks
 */
abstract class Call<Q extends LlmRequest<Q>, R extends LlmResponse<R>, C, T> {

	private static final Log logger = LogFactory.getLog(Call.class);

	private final Engine.Parts parts;

	private final Operation<Q, R, C> operation;

	private final Q request;

	private final List<Leg> legs;

	private final Attempts decisions;

	private final @Nullable Duration total;

	private final CallWatch watch;

	private final long started = System.nanoTime();

	private final List<Attempt> attempts = new ArrayList<>(1);

	Call(Engine.Parts parts, Operation<Q, R, C> operation, Q given) {
		this.parts = parts;
		this.operation = operation;
		Q seen = given;
		for (LlmInterceptor interceptor : parts.interceptors()) {
			seen = interceptor.onRequest(operation, seen);
		}
		this.request = seen;
		this.watch = CallWatch.of(parts.observations(), operation.name(), seen.model());
		this.legs = route(parts, seen);
		this.decisions = new Attempts(this.legs, parts.rules(), seen.options().retries());
		this.total = timeouts(this.legs.get(0).deployments().get(0)).total();
	}

	private List<Leg> route(Engine.Parts parts, Q request) {
		try {
			return parts.router().route(request.model(), request.options().fallbacks());
		}
		catch (UnknownModelException ex) {
			this.watch.start(Context.empty());
			throw seen(LlmException.of(Failure.of(ErrorKind.NOT_FOUND, String.valueOf(ex.getMessage())), null,
					request.model(), List.of()));
		}
	}

	/**
	 * Make an attempt's exchange.
	 * @param codec how the provider speaks the operation
	 * @param request the request with the provider's own name of the model
	 * @param trial the attempt
	 * @param walker does the steps
	 * @return what the attempt gives
	 */
	abstract Flux<List<T>> exchange(Codec<Q, R, C> codec, Q request, Trial trial, StepWalker walker);

	/**
	 * Return the answer as far as it has reached the caller, who then gets no other.
	 * @return the answer, or null before the first content
	 */
	abstract @Nullable R delivered();

	final Flux<List<T>> run() {
		return Flux.deferContextual((context) -> {
			this.watch.start(context);
			return this.watch.within(go(this.decisions.first()));
		}).doOnCancel(this.watch::cancel);
	}

	private Flux<List<T>> go(Next next) {
		if (next instanceof Next.Ask ask) {
			Flux<List<T>> attempt = Flux.defer(() -> attempt(ask));
			return ask.pause().isZero() ? attempt
					: Mono.delay(ask.pause(), this.parts.timer()).flatMapMany((tick) -> attempt);
		}
		Next.Stop stop = (Next.Stop) next;
		return failed(LlmException.of(stop.failure(), stop.deployment().provider().name(), this.request.model(),
				this.attempts));
	}

	private Flux<List<T>> attempt(Next.Ask ask) {
		Deployment deployment = ask.deployment();
		Trial trial = new Trial(ask, new Times(timeouts(deployment), remaining(), this.parts.timer()));
		return new Targets(this.parts.authorizers(), deployment).of(this.legs.get(0), this.request.options())
			.flatMapMany((target) -> exchange(target, trial))
			.onErrorResume((error) -> recover(error, trial));
	}

	private Flux<List<T>> exchange(Target target, Trial trial) {
		trial.target(target);
		Dialect dialect = this.parts.dialects().get(target.provider().dialect());
		Codec<Q, R, C> codec = (dialect != null) ? dialect.codec(this.operation) : null;
		if (dialect == null || codec == null) {
			return Flux.error(Failure.of(ErrorKind.BAD_REQUEST, unspoken(target, dialect)).asException());
		}
		StepWalker walker = new StepWalker(this.parts, dialect, target, trial.times(),
				(head) -> trial.head(head.status(), head.headers()));
		Q sent = this.request.withModel(target.model()).withDefaults(trial.deployment().settings().parameters());
		return exchange(codec, sent, trial, walker);
	}

	private String unspoken(Target target, @Nullable Dialect dialect) {
		String provider = target.provider().name();
		return (dialect != null) ? "provider '" + provider + "' has no operation '" + this.operation + "'"
				: "provider '" + provider + "' speaks '" + target.provider().dialect() + "', which is not one of "
						+ this.parts.dialects().keySet();
	}

	private Flux<List<T>> recover(Throwable error, Trial trial) {
		if (error instanceof InterceptionException interception) {
			this.watch.fail(interception.thrown());
			return Flux.error(interception.thrown());
		}
		Failure failure = trial.told((error instanceof FailureException known) ? known.failure()
				: Failure.of(ErrorKind.INVALID_RESPONSE, "unexpected " + error, error));
		note(trial.failure(failure));
		R partial = delivered();
		if (partial != null) {
			return failed(LlmException.interrupted(failure, trial.deployment().provider().name(), this.request.model(),
					this.attempts, partial));
		}
		return go(this.decisions.after(failure, remaining()));
	}

	private void note(Attempt attempt) {
		this.attempts.add(attempt);
		this.watch.attempt(attempt);
		for (AttemptListener listener : this.parts.listeners()) {
			try {
				listener.onAttempt(attempt);
			}
			catch (RuntimeException ex) {
				logger.warn("An attempt listener has failed: the call goes on", ex);
			}
		}
	}

	/**
	 * Note that an attempt has succeeded, and with it the call.
	 * @param response the answer
	 * @param trial the attempt
	 * @return the answer with what the call took
	 */
	final R succeeded(R response, Trial trial) {
		trial.answered();
		note(trial.success());
		Target target = trial.target();
		R answer = response.withInfo(new CallInfo(target.provider().name(), trial.deployment().name(), this.attempts,
				trial.headers(), elapsed(), new ProxyInfo(trial.headers()).cost(), target.notes()));
		this.watch.succeed(answer);
		return answer;
	}

	private Flux<List<T>> failed(LlmException exception) {
		try {
			return Flux.error(seen(exception));
		}
		catch (RuntimeException ex) {
			return Flux.error(ex);
		}
	}

	private LlmException seen(LlmException exception) {
		LlmException seen = exception;
		try {
			for (int i = this.parts.interceptors().size() - 1; i >= 0; i--) {
				seen = this.parts.interceptors().get(i).onError(this.operation, seen);
			}
			return seen;
		}
		finally {
			this.watch.fail(seen);
		}
	}

	private Timeouts timeouts(Deployment deployment) {
		return this.request.options().timeouts().over(deployment.settings().timeouts()).over(Defaults.TIMEOUTS);
	}

	private Duration elapsed() {
		return Duration.ofNanos(System.nanoTime() - this.started);
	}

	private @Nullable Duration remaining() {
		return (this.total != null) ? this.total.minus(elapsed()) : null;
	}

	final List<LlmInterceptor> interceptors() {
		return this.parts.interceptors();
	}

	final Operation<Q, R, C> operation() {
		return this.operation;
	}

}
