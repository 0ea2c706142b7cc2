/**
 * What a call costs.
 */
@NullMarked
package dev.litellm.pricing;

import org.jspecify.annotations.NullMarked;
