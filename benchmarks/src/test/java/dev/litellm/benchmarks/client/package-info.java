@NullMarked
package dev.litellm.benchmarks.client;

import org.jspecify.annotations.NullMarked;
