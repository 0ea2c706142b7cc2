package dev.litellm.conformance;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Extras}.
 */
class ExtrasTests {

	@ParameterizedTest
	@ValueSource(strings = { "/x_groq/id", "/choices/0/matched_stop", "/choices/0/message/reasoning_details/0",
			"/usage/queue_time", "/assembled/citations", "/chunks/usage/0/queue_time", "/partial/choices/1/message/x" })
	void holdsWhatIsNotOfTheFormat(String pointer) {
		assertThat(Extras.contains(Part.RESPONSE, pointer)).isTrue();
		assertThat(Extras.contains(Part.WIRE, pointer)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/id", "/model", "/choices/0/finish_reason", "/choices/0/message/content",
			"/choices/0/message/tool_calls/0/id", "/usage/prompt_tokens", "/usage/prompt_tokens_details/cached_tokens",
			"/assembled/model", "/assembled/usage/total_tokens", "/chunks/choices/0/delta/content/0", "/chunks/model/0",
			"/order/0" })
	void doesNotHoldWhatIsOfTheFormat(String pointer) {
		assertThat(Extras.contains(Part.STREAM, pointer)).isEqualTo(pointer.startsWith("/order"));
	}

}
