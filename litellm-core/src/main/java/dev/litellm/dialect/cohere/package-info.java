/**
 * Cohere's chat format, version 2.
 */
@NullMarked
package dev.litellm.dialect.cohere;

import org.jspecify.annotations.NullMarked;
