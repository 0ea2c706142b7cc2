/**
 * What the library's own dialects cost beside each other, without any network.
 */
@NullMarked
package dev.litellm.benchmarks.dialect;

import org.jspecify.annotations.NullMarked;
