package dev.litellm.benchmarks.client;

import java.net.http.HttpClient;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.jdk.JdkHttpClient;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;

/**
 * LangChain4j's OpenAI models on its own client over the JDK's.
 */
final class LangChain4j implements Contender {

	private final ChatModel model;

	private final StreamingChatModel streamingModel;

	LangChain4j(String baseUrl) {
		this.model = OpenAiChatModel.builder()
			.httpClientBuilder(http())
			.baseUrl(baseUrl)
			.apiKey(KEY)
			.modelName(MODEL)
			.maxRetries(0)
			.build();
		this.streamingModel = OpenAiStreamingChatModel.builder()
			.httpClientBuilder(http())
			.baseUrl(baseUrl)
			.apiKey(KEY)
			.modelName(MODEL)
			.build();
	}

	private static HttpClientBuilder http() {
		return JdkHttpClient.builder().httpClientBuilder(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1));
	}

	@Override
	public String call() {
		return this.model.chat(QUESTION);
	}

	@Override
	public String stream() {
		return start().toCompletableFuture().join();
	}

	@Override
	public CompletionStage<String> start() {
		Gatherer gatherer = new Gatherer();
		this.streamingModel.chat(QUESTION, gatherer);
		return gatherer.whole;
	}

	/** The text of the partial responses, told once the last has come. */
	private static final class Gatherer implements StreamingChatResponseHandler {

		private final StringBuilder text = new StringBuilder();

		private final CompletableFuture<String> whole = new CompletableFuture<>();

		@Override
		public void onPartialResponse(String partialResponse) {
			this.text.append(partialResponse);
		}

		@Override
		public void onCompleteResponse(ChatResponse completeResponse) {
			this.whole.complete(this.text.toString());
		}

		@Override
		public void onError(Throwable error) {
			this.whole.completeExceptionally(error);
		}

	}

}
