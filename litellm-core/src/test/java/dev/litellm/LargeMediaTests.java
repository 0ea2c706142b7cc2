package dev.litellm;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import com.sun.management.ThreadMXBean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;

import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.error.LlmException;
import dev.litellm.transport.BodyReader;
import dev.litellm.transport.Transport;
import dev.litellm.transport.WireHead;
import dev.litellm.transport.WireRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for what large pictures cost on the way to the wire.
 */
class LargeMediaTests {

	private static final int SIZE = 8_000_000;

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private final AtomicInteger sent = new AtomicInteger();

	/**
	 * What is sent is the body itself; where a format parts the picture from its type,
	 * that is a copy.
	 */
	@ParameterizedTest
	@CsvSource({ "openai/gpt-4o, 2.5", "anthropic/claude-sonnet-4-5, 3.5", "gemini/gemini-2.0-flash, 3.5",
			"bedrock/anthropic.claude-sonnet-4-20250514-v1:0, 3.5" })
	void areCopiedAsLittleAsTheFormatLets(String model, double most) {
		Message message = Message.user(ContentPart.image("data:image/png;base64," + "A".repeat(SIZE)));
		LlmClient client = client(model);
		ask(client, model, message);
		long before = THREADS.getCurrentThreadAllocatedBytes();
		ask(client, model, message);
		long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;

		assertThat(this.sent.get()).isGreaterThan(SIZE);
		assertThat(allocated / (double) SIZE).isLessThan(most);
	}

	private static void ask(LlmClient client, String model, Message message) {
		assertThatExceptionOfType(LlmException.class)
			.isThrownBy(() -> client.chat(model).messages(List.of(message)).call().response());
	}

	private LlmClient client(String model) {
		return LlmClient.builder()
			.provider(model.substring(0, model.indexOf('/')), (provider) -> provider.apiKey("sk-test"))
			.transport(new Refusal())
			.build();
	}

	/**
	 * A transport that counts bodies and refuses them.
	 */
	private final class Refusal implements Transport {

		@Override
		public <T> Flux<List<T>> exchange(WireRequest request, @Nullable Duration connectTimeout,
				Function<WireHead, BodyReader<T>> reader) {
			LargeMediaTests.this.sent.set(request.body().length);
			return Flux.error(Failure.of(ErrorKind.BAD_REQUEST, "not here").asException());
		}

	}

}
