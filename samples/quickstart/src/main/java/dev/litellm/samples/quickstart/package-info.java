/**
 * A tour of the library that runs with one command.
 */
@NullMarked
package dev.litellm.samples.quickstart;

import org.jspecify.annotations.NullMarked;
