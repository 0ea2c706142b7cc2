package dev.litellm.engine;

import java.time.Duration;

import dev.litellm.error.Failure;
import dev.litellm.routing.Deployment;

/**
 * What a call does next.
 */
sealed interface Next {

	/**
	 * Ask a deployment.
	 *
	 * @param deployment whom
	 * @param pause how long to wait before
	 */
	record Ask(Deployment deployment, Duration pause) implements Next {
	}

	/**
	 * Give up.
	 *
	 * @param failure what the call fails with
	 * @param deployment who failed so
	 */
	record Stop(Failure failure, Deployment deployment) implements Next {
	}

}
