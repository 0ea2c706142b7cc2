/**
 * The clients under measurement, each as its own documentation would have it written.
 */
@NullMarked
package dev.litellm.benchmarks.client;

import org.jspecify.annotations.NullMarked;
