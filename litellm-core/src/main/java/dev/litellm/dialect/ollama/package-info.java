/**
 * Ollama's own chat format.
 */
@NullMarked
package dev.litellm.dialect.ollama;

import org.jspecify.annotations.NullMarked;
