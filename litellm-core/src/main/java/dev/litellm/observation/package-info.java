/**
 * Micrometer observations of calls, in OpenTelemetry's GenAI names.
 */
@NullMarked
package dev.litellm.observation;

import org.jspecify.annotations.NullMarked;
