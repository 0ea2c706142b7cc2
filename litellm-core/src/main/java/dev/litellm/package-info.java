/**
 * LLM client façade: {@link dev.litellm.LlmClient} and what is in the making with it.
 */
@NullMarked
package dev.litellm;

import org.jspecify.annotations.NullMarked;
