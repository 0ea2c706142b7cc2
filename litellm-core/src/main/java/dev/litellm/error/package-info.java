/**
 * The closed tree of failures, and the attempts they tell of.
 */
@NullMarked
package dev.litellm.error;

import org.jspecify.annotations.NullMarked;
