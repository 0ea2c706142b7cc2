/**
 * The actuator endpoint {@code litellm}, and what hides keys in the others.
 */
@NullMarked
package dev.litellm.autoconfigure.endpoint;

import org.jspecify.annotations.NullMarked;
