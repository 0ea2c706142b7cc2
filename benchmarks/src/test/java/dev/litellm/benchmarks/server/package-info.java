@NullMarked
package dev.litellm.benchmarks.server;

import org.jspecify.annotations.NullMarked;
