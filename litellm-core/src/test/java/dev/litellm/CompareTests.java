package dev.litellm;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.litellm.error.ErrorKind;
import dev.litellm.error.LlmException;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for {@link LlmClient#compare(String...)}.
 */
class CompareTests {

	private final ScriptedLlm llm = ScriptedLlm.start();

	private final LlmClient client = Models.builder(this.llm).build();

	@AfterEach
	void close() {
		this.llm.close();
	}

	@Test
	void givesEachModelItsOwnAnswerOrError() {
		this.llm.whenModel("gpt-4o", Reply.text("Paris.").usage(7, 2));
		this.llm.whenModel("gpt-4o-mini", Reply.error(401));
		Comparison comparison = this.client.compare("gpt-4o", "gpt-4o-mini", "none/x").user("Where?").call();
		assertThat(comparison.entries()).extracting(Comparison.Entry::model)
			.containsExactly("gpt-4o", "gpt-4o-mini", "none/x");
		assertThat(comparison.get("gpt-4o").content()).isEqualTo("Paris.");
		assertThat(comparison.get("gpt-4o").latency()).isPositive();
		assertThat(comparison.get("gpt-4o-mini").succeeded()).isFalse();
		assertThat(comparison.get("gpt-4o-mini").error().kind()).isEqualTo(ErrorKind.AUTHENTICATION);
		assertThat(comparison.get("none/x").error().kind()).isEqualTo(ErrorKind.NOT_FOUND);
		assertThatThrownBy(() -> comparison.get("gpt-4o-mini").content()).isInstanceOf(LlmException.class);
		assertThatIllegalArgumentException().isThrownBy(() -> comparison.get("gpt-5"))
			.withMessage("'gpt-5' was not compared; these were: [gpt-4o, gpt-4o-mini, none/x]");
	}

	@Test
	void asksAllModelsAtTheSameTime() {
		this.llm.otherwise(Reply.hang());
		var running = this.client.compare("gpt-4o", "gpt-4o-mini", "o1").user("Hi").callMono().subscribe();
		for (int i = 0; i < 3; i++) {
			this.llm.takeRequest();
		}
		running.dispose();
		assertThat(this.llm.requests()).hasSize(3);
	}

	@Test
	void asksEachModelTheSame() {
		this.client.compare("gpt-4o", "gpt-4o-mini").system("Be brief").user("Where?").temperature(0.2).call();
		assertThat(this.llm.requests()).hasSize(2)
			.allSatisfy((request) -> assertThat(request.body()).contains("Be brief", "\"temperature\":0.2"));
	}

	@Test
	void printsAPlainTable() {
		this.llm.whenModel("gpt-4o",
				Reply.text("Paris, of course.\nWhere else?").usage(7, 12).delay(Duration.ofMillis(5)));
		this.llm.whenModel("gpt-4o-mini", Reply.error(401, "invalid_api_key", "Incorrect key"));
		String[] lines = this.client.compare("gpt-4o", "gpt-4o-mini").user("Where?").call().toString().split("\\R");
		assertThat(lines).hasSize(3);
		assertThat(lines[0]).isEqualTo("model            time   tokens  cost       answer");
		assertThat(lines[1]).matches("gpt-4o       +\\d+ ms       19  unknown    Paris, of course\\. Where else\\?");
		assertThat(lines[2])
			.matches("gpt-4o-mini  +\\d+ ms        -  -          failed: authentication, Incorrect key");
		int answer = lines[0].indexOf("answer");
		assertThat(lines[1].indexOf("Paris")).isEqualTo(answer);
		assertThat(lines[2].indexOf("failed")).isEqualTo(answer);
	}

	@Test
	void refusesWhatItCannotAsk() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.client.compare().user("Hi").call())
			.withMessage("'models' is empty: name at least one model to compare");
		assertThatIllegalArgumentException().isThrownBy(() -> this.client.compare("gpt-4o", " ").user("Hi").call())
			.withMessage("'models[1]' is blank: name a model or leave it out");
		assertThatIllegalArgumentException().isThrownBy(() -> this.client.compare("gpt-4o", null).user("Hi").call())
			.withMessage("'models[1]' is null: name a model or leave it out");
		assertThat(this.llm.requests()).isEmpty();
	}

}
