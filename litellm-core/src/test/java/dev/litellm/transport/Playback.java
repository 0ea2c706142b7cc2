package dev.litellm.transport;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;

import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;

/**
 * Way to a network that is none: each request gets the next answer of a list, and behind
 * its end no connection; requests for tokens get one, without being asked.
 */
public final class Playback implements Transport {

	private static final byte[] TOKEN = "{\"access_token\":\"t\",\"token\":\"t\",\"expires_at\":4102444800}"
		.getBytes(StandardCharsets.UTF_8);

	private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

	private final List<WireRequest> requests = new ArrayList<>();

	/**
	 * Add an answer.
	 * @param status its status
	 * @param type its media type
	 * @param body its body
	 * @return this
	 */
	public Playback add(int status, String type, byte[] body) {
		this.answers.add(answer(status, type, body));
		return this;
	}

	public Playback add(WireHead head, byte[] body) {
		this.answers.add(new Answer(head, body));
		return this;
	}

	/** Forget answers and requests. */
	public synchronized void clear() {
		this.answers.clear();
		this.requests.clear();
	}

	/**
	 * Return the requests so far.
	 * @return the requests
	 */
	public synchronized List<WireRequest> requests() {
		return List.copyOf(this.requests);
	}

	@Override
	public <T> Flux<List<T>> exchange(WireRequest request, @Nullable Duration connectTimeout,
			Function<WireHead, BodyReader<T>> reader) {
		return Flux.defer(() -> {
			Answer answer;
			synchronized (this) {
				this.requests.add(request);
				answer = isForToken(request) ? answer(200, "application/json", TOKEN) : this.answers.poll();
			}
			return (answer != null) ? read(answer, reader.apply(answer.head()))
					: Flux.error(Failure.of(ErrorKind.CONNECTION, "there is no network").asException());
		});
	}

	private static boolean isForToken(WireRequest request) {
		return request.uri().getPath().endsWith("/token")
				|| "application/x-www-form-urlencoded".equals(request.headers().get("Content-Type"));
	}

	private static Answer answer(int status, String type, byte[] body) {
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.CONTENT_TYPE, type);
		return new Answer(new WireHead(status, headers), body);
	}

	private static <T> Flux<List<T>> read(Answer answer, BodyReader<T> reader) {
		return new ReadBody<>(Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(answer.body())), reader);
	}

	private record Answer(WireHead head, byte[] body) {
	}

}
