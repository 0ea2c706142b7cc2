/**
 * The wire format of GitHub Copilot: OpenAI's, with headers that tell who asks for what.
 */
@NullMarked
package dev.litellm.dialect.copilot;

import org.jspecify.annotations.NullMarked;
