package dev.litellm.samples.quickstart;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Tells how to go on without a list of models.
 */
final class NoModelsFailureAnalyzer extends AbstractFailureAnalyzer<NoModelsException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, NoModelsException cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()),
				"Look whether the server runs there and takes the key, or name models yourself, for example "
						+ "QUICKSTART_MODELS=one,two,three, or take the embedded server: QUICKSTART_SCRIPTED=true.",
				cause);
	}

}
