/**
 * A scripted LLM server for tests and demonstrations: real HTTP on a loopback port, in
 * OpenAI's format. Start with {@link dev.litellm.test.ScriptedLlm}.
 */
@NullMarked
package dev.litellm.test;

import org.jspecify.annotations.NullMarked;
