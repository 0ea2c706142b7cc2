package dev.litellm.engine;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

import dev.litellm.dialect.Target;
import dev.litellm.error.Attempt;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.routing.Deployment;

/**
 * One attempt on its way.
 */
final class Trial {

	private final Next.Ask ask;

	private final Times times;

	private @Nullable Target target;

	private HttpHeaders headers = HttpHeaders.EMPTY;

	private int status;

	private @Nullable Duration latency;

	Trial(Next.Ask ask, Times times) {
		this.ask = ask;
		this.times = times;
	}

	Deployment deployment() {
		return this.ask.deployment();
	}

	Times times() {
		return this.times;
	}

	void target(Target target) {
		this.target = target;
	}

	Target target() {
		Target known = this.target;
		if (known == null) {
			throw new IllegalStateException("The attempt has no target yet");
		}
		return known;
	}

	void head(int status, HttpHeaders headers) {
		this.status = status;
		this.headers = headers;
	}

	HttpHeaders headers() {
		return this.headers;
	}

	/**
	 * Note that what counts as the attempt's answer is there.
	 */
	void answered() {
		if (this.latency == null) {
			this.latency = this.times.elapsed();
		}
	}

	/**
	 * Take note of a failure, and return it without the key in its texts.
	 * @param failure the failure
	 * @return the failure, masked
	 */
	Failure told(Failure failure) {
		if (this.target == null) {
			return failure;
		}
		if (failure.kind() == ErrorKind.AUTHENTICATION) {
			this.target.refused();
		}
		return failure.masked(this.target::mask);
	}

	Attempt success() {
		return attempt(null, this.status);
	}

	Attempt failure(Failure failure) {
		return attempt(failure, failure.status());
	}

	private Attempt attempt(@Nullable Failure failure, int status) {
		return new Attempt(deployment().name(), deployment().provider().name(), this.ask.pause(),
				(this.latency != null) ? this.latency : this.times.elapsed(), (failure != null) ? failure.kind() : null,
				status, (failure != null) ? failure.message() : null);
	}

}
