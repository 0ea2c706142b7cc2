@NullMarked
package dev.litellm.benchmarks;

import org.jspecify.annotations.NullMarked;
