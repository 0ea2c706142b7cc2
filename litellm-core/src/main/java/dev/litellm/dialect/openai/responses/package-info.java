/**
 * Chats through OpenAI's Responses API, which some models have alone.
 */
@NullMarked
package dev.litellm.dialect.openai.responses;

import org.jspecify.annotations.NullMarked;
