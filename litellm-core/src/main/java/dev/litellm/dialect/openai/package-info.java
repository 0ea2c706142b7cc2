/**
 * OpenAI's wire format, and that of every provider that is compatible with it.
 */
@NullMarked
package dev.litellm.dialect.openai;

import org.jspecify.annotations.NullMarked;
