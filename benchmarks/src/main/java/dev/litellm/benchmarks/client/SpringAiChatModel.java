package dev.litellm.benchmarks.client;

import java.util.Objects;

import reactor.core.publisher.Flux;

import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;

/**
 * Spring AI's {@link OpenAiChatModel}.
 */
final class SpringAiChatModel implements ReactiveContender {

	private final OpenAiChatModel model;

	SpringAiChatModel(String baseUrl) {
		this.model = model(baseUrl);
	}

	static OpenAiChatModel model(String baseUrl) {
		OpenAiChatOptions options = OpenAiChatOptions.builder()
			.baseUrl(baseUrl)
			.apiKey(KEY)
			.model(MODEL)
			.maxRetries(0)
			.build();
		return OpenAiChatModel.builder().options(options).build();
	}

	@Override
	public String call() {
		return text(this.model.call(new Prompt(QUESTION)));
	}

	@Override
	public Flux<String> chunks() {
		return this.model.stream(new Prompt(QUESTION)).map(SpringAiChatModel::text);
	}

	private static String text(ChatResponse response) {
		if (response.getResult() == null) {
			return "";
		}
		return Objects.requireNonNullElse(response.getResult().getOutput().getText(), "");
	}

}
