@NullMarked
package dev.litellm.embedding;

import org.jspecify.annotations.NullMarked;
