/**
 * Hugging Face's router, which speaks OpenAI's format on behalf of other providers.
 */
@NullMarked
package dev.litellm.dialect.huggingface;

import org.jspecify.annotations.NullMarked;
