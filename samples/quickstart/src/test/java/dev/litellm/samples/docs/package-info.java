/**
 * The examples of README and guides: what they show is here, compiled and run.
 */
@NullMarked
package dev.litellm.samples.docs;

import org.jspecify.annotations.NullMarked;
