package dev.litellm.transport;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.assertj.core.api.AssertionsForClassTypes;
import reactor.core.publisher.Flux;

import dev.litellm.error.Failure;
import dev.litellm.error.FailureException;
import dev.litellm.test.Reply;

/**
 * Exchanges over a transport, as tests want them.
 */
final class Exchanges {

	private static final int LIMIT = 1 << 20;

	private Exchanges() {
	}

	static WireRequest post(URI uri, Map<String, String> headers) {
		return WireRequest.postJson(uri, headers,
				WireBody.of("{\"model\":\"m\",\"stream\":true}".getBytes(StandardCharsets.UTF_8)));
	}

	static Flux<WireReply> whole(Transport transport, URI uri) {
		return whole(transport, post(uri, Map.of()), LIMIT);
	}

	static Flux<WireReply> whole(Transport transport, WireRequest request, int limit) {
		return transport.<WireReply>exchange(request, null, (head) -> new WholeBody<>(head, limit, (reply) -> reply))
			.flatMapIterable((replies) -> replies);
	}

	static Flux<String> stream(Transport transport, URI uri) {
		return transport
			.<String>exchange(post(uri, Map.of()).accepting("text/event-stream"), null,
					(head) -> Framing.SSE.reader(new FrameLog(), LIMIT))
			.flatMapIterable((frames) -> frames);
	}

	static List<String> frames(Transport transport, URI uri) {
		return Objects.requireNonNull(stream(transport, uri).collectList().block(Duration.ofSeconds(20)));
	}

	/**
	 * Return a streamed answer.
	 * @param data the data of each event
	 * @return the answer
	 */
	static Reply sse(String... data) {
		return Reply.sse(Arrays.stream(data).map((text) -> "data: " + text + "\n\n").toArray(String[]::new));
	}

	static Failure failure(Flux<?> exchange) {
		FailureException thrown = AssertionsForClassTypes.catchThrowableOfType(FailureException.class,
				() -> exchange.blockLast(Duration.ofSeconds(20)));
		AssertionsForClassTypes.assertThat(thrown).as("failure").isNotNull();
		return thrown.failure();
	}

}
