/**
 * The wire format of ChatGPT's subscriptions: OpenAI's Responses, which always stream.
 */
@NullMarked
package dev.litellm.dialect.chatgpt;

import org.jspecify.annotations.NullMarked;
