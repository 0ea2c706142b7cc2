/**
 * Replay of recorded exchanges of LiteLLM: what goes over the wire and what the caller
 * gets is held against what LiteLLM sent and made of the answer.
 */
@NullMarked
package dev.litellm.conformance;

import org.jspecify.annotations.NullMarked;
