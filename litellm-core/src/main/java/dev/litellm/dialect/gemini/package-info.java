/**
 * Google's {@code generateContent} format.
 */
@NullMarked
package dev.litellm.dialect.gemini;

import org.jspecify.annotations.NullMarked;
