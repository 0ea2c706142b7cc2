package dev.litellm.json;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TextPartTests {

	private static final String LONG = "0123456789".repeat(10_000);

	private final Target target = new Target();

	@Test
	void goesWhereItIsTakenBehindWhatComesBefore() {
		String json = write(Map.of("data", new TextPart("data:," + LONG, 6, 6 + LONG.length())));
		assertThat(json).isEqualTo("{\"data\":\"(taken)\"}");
		assertThat(this.target.parts).singleElement().hasToString(LONG);
	}

	@Test
	void goesWhereItIsTakenAmongOthers() {
		assertThat(write(List.of("a", LONG, 1, LONG, true))).isEqualTo("[\"a\",\"(taken)\",1,\"(taken)\",true]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"", "\\", "\n", "é", "🙂", "\u007f", "\u0000" })
	void isWrittenWhereSomethingOfItIsNotPlain(String odd) {
		assertThat(Json.read(write(List.of(LONG + odd)))).isEqualTo(List.of(LONG + odd));
		assertThat(this.target.parts).isEmpty();
	}

	@Test
	void isWrittenWhereItIsShortOrNobodyTakesIt() {
		assertThat(write(List.of(new TextPart("abcd", 1, 3)))).isEqualTo("[\"bc\"]");
		assertThat(Json.text(List.of(new TextPart(LONG)))).isEqualTo("[\"" + LONG + "\"]");
	}

	@Test
	void isACharSequenceAndAStream() throws Exception {
		TextPart part = new TextPart("abcdef", 1, 5);
		assertThat((CharSequence) part).hasSize(4).hasToString("bcde");
		assertThat(part.charAt(3)).isEqualTo('e');
		assertThat(part.subSequence(1, 3)).hasToString("cd");
		assertThat(part.open().readAllBytes()).asString().isEqualTo("bcde");
		assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> part.charAt(4));
		assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> part.subSequence(2, 5));
	}

	private String write(Object value) {
		Json.write(this.target, (generator) -> Json.write(generator, value));
		return Json.utf8(this.target.toByteArray());
	}

	/**
	 * A target that takes parts.
	 */
	private static final class Target extends ByteArrayOutputStream implements TextPart.Taker {

		private final List<TextPart> parts = new ArrayList<>();

		@Override
		public void take(TextPart part) {
			this.parts.add(part);
			writeBytes(new byte[] { '(', 't', 'a', 'k', 'e', 'n', ')' });
		}

	}

}
