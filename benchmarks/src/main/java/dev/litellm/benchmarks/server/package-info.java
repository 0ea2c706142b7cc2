/**
 * The loopback server that every client is measured against.
 */
@NullMarked
package dev.litellm.benchmarks.server;

import org.jspecify.annotations.NullMarked;
