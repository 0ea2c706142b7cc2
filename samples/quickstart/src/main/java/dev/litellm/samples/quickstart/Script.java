package dev.litellm.samples.quickstart;

import java.time.Duration;

import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

/**
 * What the embedded server says: a sensible answer to each question of the {@link Tour},
 * and, for one model, that it is down.
 */
final class Script {

	/** The model that is always down. */
	static final String DOWN = "always-down";

	private static final Duration TYPING = Duration.ofMillis(45);

	private Script() {
	}

	static ScriptedLlm start() {
		return ScriptedLlm.start()
			.otherwise(Script::answer)
			.whenModel(DOWN, Reply.error(503, "overloaded", "Overloaded."));
	}

	private static Reply answer(RecordedRequest request) {
		String text = text(request.lastUserMessage(), request.model());
		return request.isStream() ? Reply.text(text).delayPerChunk(TYPING) : Reply.text(text);
	}

	private static String text(String question, String model) {
		return switch (question) {
			case Tour.SKY -> "Air scatters the short blue waves of sunlight more than the long red ones.";
			case Tour.TESTS -> opinion(model);
			case Tour.STORY -> "The old lighthouse had not guided a ship in years. Every night the keeper lit it "
					+ "all the same. One winter a single boat came home by that light, and nobody ever asked him "
					+ "again why.";
			case Tour.CODE -> "String reversed = new StringBuilder(text).reverse().toString();";
			case Tour.WRITING -> "Version 2.0 is here, and your builds are twice as fast";
			case Tour.SIMPLE -> "Bonjour.";
			case Tour.REASONING -> "5 cents: the bat is then 1.05, and together they are 1.10.";
			case Tour.CAPITAL -> "Paris.";
			default -> "This answer is scripted. With a provider's key in the environment a real model answers.";
		};
	}

	private static String opinion(String model) {
		if (model.startsWith("gpt")) {
			return "They let you change code without fear.";
		}
		return model.contains("claude") ? "They show the next reader what you meant."
				: "They find the bug before your users do.";
	}

}
