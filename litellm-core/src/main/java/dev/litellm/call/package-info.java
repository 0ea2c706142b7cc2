/**
 * What every call takes besides its request, and tells besides its answer.
 */
@NullMarked
package dev.litellm.call;

import org.jspecify.annotations.NullMarked;
