package dev.litellm.routing;

import java.util.List;
import java.util.Set;

import dev.litellm.error.ErrorKind;

/**
 * One model of a route: the requested one, or a fallback.
 *
 * @param name the name that led to it
 * @param deployments who may serve it, in order
 * @param on the kinds of failure after which it is taken; empty for all that another
 * model may mend
 * @param after the index of the leg whose failure leads here, or -1 for the requested
 * model
 * @since 0.1.0
 */
public record Leg(String name, List<Deployment> deployments, Set<ErrorKind> on, int after) {

	/**
	 * Return whether a failure before it leads to this leg.
	 * @param kind the failure's kind
	 * @return true if it does
	 */
	public boolean takes(ErrorKind kind) {
		return this.on.isEmpty() ? kind.isFallbackable() : this.on.contains(kind);
	}

}
