/**
 * Formats that take one prompt and give one text: Replicate, Triton, NLP Cloud,
 * Predibase, text-generation-inference, watsonx, families of Amazon Bedrock.
 */
@NullMarked
package dev.litellm.dialect.prompt;

import org.jspecify.annotations.NullMarked;
