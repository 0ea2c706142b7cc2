package dev.litellm.samples.quickstart;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link QuickstartApplication}.
 */
@ExtendWith(OutputCaptureExtension.class)
class QuickstartApplicationTests {

	@Test
	void givesTheWholeTourInOrder(CapturedOutput output) {
		try (ScriptedLlm server = Script.start();
				ConfigurableApplicationContext context = QuickstartApplication.run(server,
						"--quickstart.scripted=true")) {
			assertThat(context.getBean(Tour.class).run()).isZero();
		}
		assertThat(output.getOut()).containsSubsequence("scripted server", "1  A first answer", "Air scatters",
				"2  The same question", "They let you", "They show", "They find", "3  A stream", "The old lighthouse",
				"4  The right model", "String reversed", "Bonjour.", "1.05", "5  A provider that is down", "Paris.",
				"attempt 1", "(503)", "attempt 3", "ok (200)", "6  What it cost", "unknown", "Where to look next");
		assertThat(output.getErr()).isEmpty();
	}

}
