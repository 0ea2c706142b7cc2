package dev.litellm.dialect;

import org.junit.jupiter.api.AfterEach;

import dev.litellm.test.ScriptedLlm;

/**
 * Tests whose provider is a scripted server of their own.
 */
public abstract class ScriptedTests {

	/** The provider. */
	protected final ScriptedLlm llm = ScriptedLlm.start();

	@AfterEach
	protected void close() {
		this.llm.close();
	}

}
