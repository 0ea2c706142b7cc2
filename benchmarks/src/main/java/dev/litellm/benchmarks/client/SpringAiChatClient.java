package dev.litellm.benchmarks.client;

import java.util.Objects;

import reactor.core.publisher.Flux;

import org.springframework.ai.chat.client.ChatClient;

/**
 * Spring AI's {@link ChatClient}, which most of its users inject.
 */
final class SpringAiChatClient implements ReactiveContender {

	private final ChatClient client;

	SpringAiChatClient(String baseUrl) {
		this.client = ChatClient.create(SpringAiChatModel.model(baseUrl));
	}

	@Override
	public String call() {
		return Objects.requireNonNull(this.client.prompt(QUESTION).call().content());
	}

	@Override
	public Flux<String> chunks() {
		return this.client.prompt(QUESTION).stream().content();
	}

}
