package dev.litellm.benchmarks.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

/**
 * The JDK's {@link HttpClient}, with Jackson for each body and each event.
 */
final class RawJdkClient implements Contender {

	private static final String PREFIX = "data: ";

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final URI uri;

	RawJdkClient(String baseUrl) {
		this.uri = URI.create(baseUrl + "/chat/completions");
	}

	@Override
	public String call() {
		try {
			return Wire.completion(this.client.send(request(false), BodyHandlers.ofByteArray()).body());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public String stream() {
		StringBuilder text = new StringBuilder();
		try (Stream<String> lines = this.client.send(request(true), BodyHandlers.ofLines()).body()) {
			lines.forEach((line) -> append(line, text));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		return text.toString();
	}

	@Override
	public CompletionStage<String> start() {
		Lines lines = new Lines();
		return this.client.sendAsync(request(true), BodyHandlers.fromLineSubscriber(lines, Lines::text, "\n"))
			.thenApply((response) -> response.body());
	}

	private HttpRequest request(boolean stream) {
		return HttpRequest.newBuilder(this.uri)
			.header("Authorization", "Bearer " + KEY)
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofByteArray(Wire.request(stream)))
			.build();
	}

	private static void append(String line, StringBuilder text) {
		if (line.startsWith(PREFIX)) {
			String data = line.substring(PREFIX.length());
			if (!data.equals(Wire.DONE)) {
				text.append(Wire.chunk(data));
			}
		}
	}

	/** The text of the lines that have arrived; a failure reaches the response itself. */
	private static final class Lines implements Flow.Subscriber<String> {

		private final StringBuilder text = new StringBuilder();

		@Override
		public void onSubscribe(Flow.Subscription subscription) {
			subscription.request(Long.MAX_VALUE);
		}

		@Override
		public void onNext(String line) {
			append(line, this.text);
		}

		@Override
		public void onError(Throwable failure) {
		}

		@Override
		public void onComplete() {
		}

		String text() {
			return this.text.toString();
		}

	}

}
