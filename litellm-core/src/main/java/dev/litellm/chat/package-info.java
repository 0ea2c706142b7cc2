/**
 * Chat requests, answers and stream chunks as values in OpenAI's shape.
 */
@NullMarked
package dev.litellm.chat;

import org.jspecify.annotations.NullMarked;
