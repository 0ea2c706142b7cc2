package dev.litellm.test.spring;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

import dev.litellm.test.ScriptedLlm;

/**
 * Resets the server after each test method, since contexts are shared between tests.
 */
final class ScriptedLlmReset implements TestExecutionListener {

	@Override
	public void afterTestMethod(TestContext context) {
		if (context.hasApplicationContext()) {
			context.getApplicationContext().getBeanProvider(ScriptedLlm.class).forEach(ScriptedLlm::reset);
		}
	}

}
