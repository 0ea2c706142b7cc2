/**
 * Health of the providers, as traffic has shown it.
 */
@NullMarked
package dev.litellm.autoconfigure.health;

import org.jspecify.annotations.NullMarked;
