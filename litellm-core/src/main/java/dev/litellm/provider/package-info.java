/**
 * Providers as values: where they are, how they are addressed, and what they differ in.
 */
@NullMarked
package dev.litellm.provider;

import org.jspecify.annotations.NullMarked;
