package dev.litellm.error;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * One request to one deployment: what it took and how it ended.
 *
 * @param deployment provider and model as {@code provider/model}
 * @param provider the provider's name
 * @param waited how long the call waited before it
 * @param latency from the request to the whole answer, to a stream's first content, or to
 * the failure
 * @param kind the failure's kind, or null where it succeeded
 * @param status the HTTP status, or 0 where there was none
 * @param message what the provider said, or null where it succeeded
 * @since 0.1.0
 */
public record Attempt(String deployment, String provider, Duration waited, Duration latency, @Nullable ErrorKind kind,
		int status, @Nullable String message) {

	public boolean succeeded() {
		return this.kind == null;
	}

	@Override
	public String toString() {
		StringBuilder text = new StringBuilder();
		if (!this.waited.isZero()) {
			text.append("after ").append(this.waited.toMillis()).append(" ms ");
		}
		text.append(this.deployment).append(": ");
		text.append((this.kind != null) ? this.kind.text() : "ok");
		if (this.status != 0) {
			text.append(" (").append(this.status).append(')');
		}
		text.append(" in ").append(this.latency.toMillis()).append(" ms");
		if (this.message != null) {
			text.append(", ").append(this.message);
		}
		return text.toString();
	}

}
