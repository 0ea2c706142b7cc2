/**
 * From a model's name to the ordered deployments that may serve it.
 */
@NullMarked
package dev.litellm.routing;

import org.jspecify.annotations.NullMarked;
