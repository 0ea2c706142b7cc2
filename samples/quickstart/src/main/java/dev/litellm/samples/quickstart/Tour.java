package dev.litellm.samples.quickstart;

import java.util.List;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import dev.litellm.Comparison;
import dev.litellm.LlmClient;
import dev.litellm.chat.ChatResponse;
import dev.litellm.error.LlmException;

/**
 * What the client can do, one act after the other, on the terminal.
 */
@Component
final class Tour {

	static final String SKY = "Why is the sky blue?";

	static final String TESTS = "In one short sentence: why write tests?";

	static final String STORY = "Tell a story about a lighthouse in three sentences.";

	static final String CODE = "Reverse a string in one line of Java.";

	static final String WRITING = "Write a subject line that announces version 2.0 of a build tool.";

	static final String SIMPLE = "Say good morning in French.";

	static final String REASONING = "A bat and a ball cost 1.10, the bat 1.00 more than the ball. What is the ball?";

	static final String CAPITAL = "What is the capital of France?";

	private final Paper paper = new Paper(System.out);

	private final Bill bill = new Bill();

	private final Assistant assistant;

	private final LlmClient llm;

	private final String backend;

	private final String[] compared;

	Tour(Assistant assistant, LlmClient llm, @Value("${quickstart.backend:}") String backend,
			@Value("${quickstart.compare}") String[] compared) {
		this.assistant = assistant;
		this.llm = llm;
		this.backend = backend;
		this.compared = compared;
	}

	/**
	 * Give the tour.
	 * @return how many acts failed
	 */
	int run() {
		this.paper.plain(this.backend);
		List<Runnable> acts = List.of(this::firstAnswer, this::sideBySide, this::wordByWord, this::byTask,
				this::fallback);
		int failures = 0;
		for (Runnable act : acts) {
			try {
				act.run();
			}
			catch (LlmException ex) {
				failures++;
				this.paper.end();
				this.paper.plain("This act failed. " + ex.getMessage());
			}
		}
		cost();
		whereNext();
		return failures;
	}

	private void firstAnswer() {
		this.paper.act("A first answer", "llm.chat().user(question).call().content()");
		this.paper.line("question", SKY);
		answer("answer", this.assistant.ask(SKY));
	}

	private void sideBySide() {
		this.paper.act("The same question to several models, side by side",
				"llm.compare(\"" + String.join("\", \"", this.compared) + "\").user(question).call()");
		this.paper.line("question", TESTS);
		this.paper.end();
		Comparison comparison = this.llm.compare(this.compared).user(TESTS).call();
		this.paper.plain(comparison.toString());
		this.paper.end();
		for (Comparison.Entry entry : comparison.entries()) {
			ChatResponse response = entry.response();
			if (response != null) {
				this.bill.add(response);
				this.paper.line(entry.model(), "is " + route(response));
			}
		}
		if (this.compared.length == 1) {
			this.paper.line("", "(only one model is here; QUICKSTART_MODELS=one,two,three would name more)");
		}
	}

	private static String route(ChatResponse response) {
		String answered = response.info().deployment();
		String asked = response.attempts().get(0).deployment();
		return answered.equals(asked) ? answered : answered + ", since " + asked + " failed";
	}

	private void wordByWord() {
		this.paper.act("A stream, word by word", "llm.chat().user(question).stream().content()");
		this.paper.line("question", STORY);
		this.paper.begin("answer");
		this.llm.chat().user(STORY).stream().content().doOnNext(this.paper::piece).blockLast();
		this.paper.end();
	}

	private void byTask() {
		this.paper.act("The right model for each task", "llm.task(\"code\").user(question).call().content()");
		task("code", CODE);
		task("writing", WRITING);
		task("simple", SIMPLE);
		task("reasoning", REASONING);
	}

	private void task(String task, String question) {
		this.paper.line(task, question);
		answer("", this.llm.task(task).user(question).call().response());
	}

	private void fallback() {
		String model = BackendInitializer.OUTAGE + "/" + Script.DOWN;
		this.paper.act("A provider that is down, and the fallback that answers",
				"llm.chat(\"" + model + "\").user(question).call().response()");
		this.paper.line("question", CAPITAL);
		ChatResponse response = this.llm.chat(model).user(CAPITAL).call().response();
		answer("answer", response);
		this.paper.end();
		for (int i = 0; i < response.attempts().size(); i++) {
			this.paper.line("attempt " + (i + 1), response.attempts().get(i).toString());
		}
	}

	private void answer(String label, ChatResponse response) {
		this.bill.add(response);
		this.paper.line(label, response.content());
		this.paper.line("",
				"(" + route(response) + ", " + Bill.tokens(response) + ", " + response.latency().toMillis() + " ms)");
	}

	private void cost() {
		this.paper.act("What it cost", "response.usage(), response.cost()");
		this.paper.line("tokens", this.bill.tokens());
		this.paper.line("cost", this.bill.cost());
	}

	private void whereNext() {
		this.paper.title("Where to look next");
		this.paper.plain("""
				samples/quickstart/src/main/resources/application.yml   the configuration of this tour, to copy
				samples/quickstart/src/test                             how to test such an application, to copy
				README.md                                               all providers, and what the client does
				docs/guide                                              each of these acts in depth""");
	}

}
