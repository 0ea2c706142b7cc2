/**
 * The driver of a call: attempts, retries, fallbacks, timeouts.
 */
@NullMarked
package dev.litellm.engine;

import org.jspecify.annotations.NullMarked;
