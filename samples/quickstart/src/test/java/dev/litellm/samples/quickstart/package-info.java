@NullMarked
package dev.litellm.samples.quickstart;

import org.jspecify.annotations.NullMarked;
