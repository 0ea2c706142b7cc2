/**
 * The scripted server in a test of a Spring application: see
 * {@link dev.litellm.test.spring.ImportScriptedLlm}.
 */
@NullMarked
package dev.litellm.test.spring;

import org.jspecify.annotations.NullMarked;
