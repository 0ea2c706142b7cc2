package dev.litellm.provider;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class QuirksTests {

	private static Quirks read(String tokens) {
		Tokens read = Tokens.of(tokens);
		Quirks quirks = QuirksReader.read(read);
		read.end();
		return quirks;
	}

	@Test
	void putsAModelOverItsProvider() {
		Quirks both = read("rename=a:model except=x temperature=0.5.. text-content=tool tool-choice=auto")
			.over(read("rename=a:provider,b:c except=y temperature=0..1 user text-content=all stream-usage=never"));
		assertThat(both.parameters().renames()).containsEntry("a", "model").containsEntry("b", "c");
		assertThat(both.parameters().except()).containsExactlyInAnyOrder("x", "y");
		assertThat(both.parameters().temperature().range()).isEqualTo(new Range(0.5, 1.0));
		assertThat(both.parameters().user()).isTrue();
		assertThat(both.messages().textContent()).isEqualTo(MessageQuirks.TextContent.TOOL);
		assertThat(both.tools().choices()).containsExactly("auto");
		assertThat(both.body().streamUsage()).isEqualTo(BodyQuirks.StreamUsage.NEVER);
	}

	@Test
	void isTheSameOverNothing() {
		Quirks quirks = read("only=@tools,n drop=seed effort-map=low:high names=user developer-role max-image=4MB "
				+ "body={\"a\":1} input-list tool-drop=strict values=n:1|2 blank-reasoning=tools keep-thinking");
		assertThat(quirks.over(Quirks.none())).isEqualTo(quirks);
		assertThat(Quirks.none().over(quirks)).isSameAs(quirks);
		assertThat(quirks.parameters().only()).contains("tool_choice", "n");
		assertThat(quirks.parameters().values()).containsEntry("n", Set.of("1", "2"));
		assertThat(quirks.messages().maxImage()).isEqualTo(4 * 1024 * 1024);
	}

	@Test
	void movesNumbersToTheNearestEnd() {
		Temperature temperature = new Temperature(Range.parse("0.1..1"), Range.parse("0.3.."));
		assertThat(temperature.nearest(0, 1)).isEqualTo(0.1);
		assertThat(temperature.nearest(2, 1)).isEqualTo(1);
		assertThat(temperature.nearest(0, 2)).isEqualTo(0.3);
		assertThat(temperature.nearest(0.5, 2)).isEqualTo(0.5);
	}

	@Test
	void refusesARangeThatIsNone() {
		assertThatIllegalArgumentException().isThrownBy(() -> Range.parse("1..0")).withMessageContaining("empty");
		assertThatIllegalArgumentException().isThrownBy(() -> Range.parse("1")).withMessageContaining("0..1");
	}

	@Test
	void takesAllRulesOfAModelTheLaterOverTheEarlier() {
		ModelQuirks models = ModelQuirks
			.read(List.of("# a comment", "one|two\tm-.*\texcept=stop rename=a:b", "two\tm-1\texcept=n rename=a:c"));
		assertThat(models.of("one", "m-1").parameters().except()).containsExactly("stop");
		assertThat(models.of("two", "m-1").parameters().except()).containsExactlyInAnyOrder("stop", "n");
		assertThat(models.of("two", "m-1").parameters().renames()).containsEntry("a", "c");
		assertThat(models.of("two", "other")).isEqualTo(Quirks.none());
		assertThat(models.of("three", "m-1")).isEqualTo(Quirks.none());
	}

	@Test
	void namesTheModelOfABadRule() {
		assertThatIllegalArgumentException().isThrownBy(() -> ModelQuirks.read(List.of("a\tm-.*\tnonsense")))
			.withMessageContaining("m-.*")
			.withMessageContaining("nonsense");
		assertThatIllegalArgumentException().isThrownBy(() -> ModelQuirks.read(List.of("a m-.* user")))
			.withMessageContaining("tabs");
	}

	@Test
	void knowsOnlyModelsOfKnownProviders() {
		Set<String> names = Providers.builtIn().names();
		assertThat(ProvidersDataTests.lines("model-quirks.txt")).isNotEmpty()
			.allSatisfy((line) -> assertThat(names).anyMatch((name) -> name.matches(line.split("\t")[0])));
	}

}
