/**
 * Embedding requests and answers as values in OpenAI's shape.
 */
@NullMarked
package dev.litellm.embedding;

import org.jspecify.annotations.NullMarked;
