/**
 * The measurement of this client beside its peers, each in a JVM of its own, on one
 * loopback server.
 */
@NullMarked
package dev.litellm.benchmarks;

import org.jspecify.annotations.NullMarked;
