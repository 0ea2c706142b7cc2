/**
 * GigaChat's wire format: OpenAI's of old, with functions and uploaded files.
 */
@NullMarked
package dev.litellm.dialect.gigachat;

import org.jspecify.annotations.NullMarked;
