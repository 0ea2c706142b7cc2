package dev.litellm.benchmarks.server;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link LoopbackServer}. */
class LoopbackServerTests {

	private final LoopbackServer server = LoopbackServer.start();

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	@AfterEach
	void stop() {
		this.server.close();
	}

	@Test
	void answersWith850Bytes() {
		String body = ask("", "{\"stream\":false}").join().body();
		assertThat(body.getBytes(StandardCharsets.UTF_8)).hasSize(850);
		assertThat(body).contains("\"content\":\"" + Answers.completionText() + "\"");
	}

	@Test
	void streams100ChunksWhenAsked() {
		HttpResponse<String> response = ask("", "{\"stream\" : true}").join();
		assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
		assertThat(response.body().split("\n\n")).hasSize(Answers.CHUNKS + 1).endsWith("data: [DONE]");
	}

	@Test
	void answersAGatheringOnceAllHaveCome() {
		List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 20)
			.mapToObj((i) -> ask("/gather-20", "{\"stream\":true}"))
			.toList();
		answers.forEach(CompletableFuture::join);
		assertThat(LoopbackServer.peak(this.server.url())).isEqualTo(20);
		assertThat(LoopbackServer.peak(this.server.url())).isZero();
	}

	@Test
	void answersAGatheringWhenNoMoreCome() {
		assertThat(ask("/gather-2", "{}").join().statusCode()).isEqualTo(200);
	}

	private CompletableFuture<HttpResponse<String>> ask(String path, String body) {
		URI uri = URI.create(this.server.url() + path + "/v1/chat/completions");
		HttpRequest request = HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofString(body)).build();
		return this.client.sendAsync(request, BodyHandlers.ofString());
	}

}
