package dev.litellm.benchmarks.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import com.openai.client.OpenAIClient;
import com.openai.client.OpenAIClientAsync;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.client.okhttp.OpenAIOkHttpClientAsync;
import com.openai.core.http.StreamResponse;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;

/**
 * OpenAI's own Java client, on OkHttp.
 */
final class OpenAiJava implements Contender {

	private final OpenAIClient client;

	private final OpenAIClientAsync asyncClient;

	OpenAiJava(String baseUrl) {
		this.client = OpenAIOkHttpClient.builder().baseUrl(baseUrl).apiKey(KEY).maxRetries(0).build();
		this.asyncClient = OpenAIOkHttpClientAsync.builder().baseUrl(baseUrl).apiKey(KEY).maxRetries(0).build();
	}

	@Override
	public String call() {
		return this.client.chat().completions().create(params()).choices().get(0).message().content().orElseThrow();
	}

	@Override
	public String stream() {
		StringBuilder text = new StringBuilder();
		try (StreamResponse<ChatCompletionChunk> chunks = this.client.chat().completions().createStreaming(params())) {
			chunks.stream().forEach((chunk) -> append(chunk, text));
		}
		return text.toString();
	}

	@Override
	public CompletionStage<String> start() {
		StringBuilder text = new StringBuilder();
		CompletableFuture<Void> end = this.asyncClient.chat()
			.completions()
			.createStreaming(params())
			.subscribe((chunk) -> append(chunk, text))
			.onCompleteFuture();
		return end.thenApply((nothing) -> text.toString());
	}

	@Override
	public void close() {
		this.client.close();
		this.asyncClient.close();
	}

	private static ChatCompletionCreateParams params() {
		return ChatCompletionCreateParams.builder().model(MODEL).addUserMessage(QUESTION).build();
	}

	private static void append(ChatCompletionChunk chunk, StringBuilder text) {
		chunk.choices().get(0).delta().content().ifPresent(text::append);
	}

}
