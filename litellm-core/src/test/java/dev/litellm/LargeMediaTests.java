package dev.litellm;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import com.sun.management.ThreadMXBean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

import dev.litellm.auth.RsaKeys;
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

	private final AtomicLong sent = new AtomicLong();

	@ParameterizedTest
	@ValueSource(strings = { "openai/gpt-4o", "openai/o1-pro", "azure/gpt", "mistral/pixtral-large-latest",
			"anthropic/claude-sonnet-4-5", "gemini/gemini-2.0-flash", "bedrock/us.amazon.nova-pro-v1:0",
			"bedrock/anthropic.claude-sonnet-4-20250514-v1:0", "bedrock/invoke/us.amazon.nova-pro-v1:0",
			"bedrock/invoke/anthropic.claude-sonnet-4-20250514-v1:0", "cohere/command-a-vision", "ollama/llava",
			"ollama_chat/llava", "oci/meta.llama-4-maverick", "sagemaker_chat/e", "sagemaker_nova/e" })
	void areNotCopiedOnTheWayToTheWire(String model) {
		Message message = Message.user(ContentPart.image("data:image/png;base64," + "A".repeat(SIZE)));
		LlmClient client = client(model);
		ask(client, model, message);
		long before = THREADS.getCurrentThreadAllocatedBytes();
		ask(client, model, message);
		long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;

		assertThat(this.sent.get()).isGreaterThan(SIZE);
		assertThat(allocated).isLessThan(SIZE / 10);
	}

	private static void ask(LlmClient client, String model, Message message) {
		assertThatExceptionOfType(LlmException.class)
			.isThrownBy(() -> client.chat(model).messages(List.of(message)).call().response());
	}

	private LlmClient client(String model) {
		String provider = model.substring(0, model.indexOf('/'));
		return LlmClient.builder()
			.environment((name) -> null)
			.provider(provider, (spec) -> login(provider, spec.baseUrl("http://localhost")))
			.transport(new Refusal())
			.build();
	}

	private static void login(String provider, ProviderSpec spec) {
		if (provider.equals("bedrock") || provider.startsWith("sagemaker")) {
			spec.option("access-key-id", "AKIDEXAMPLE").option("secret-access-key", "sk-test");
		}
		else if (provider.equals("oci")) {
			spec.option("tenancy", "t").option("user", "u").option("fingerprint", "11:22");
			spec.option("compartment-id", "c").option("private-key", RsaKeys.PEM);
		}
		else {
			spec.apiKey("sk-test");
		}
	}

	/**
	 * A transport that counts bodies and refuses them.
	 */
	private final class Refusal implements Transport {

		@Override
		public <T> Flux<List<T>> exchange(WireRequest request, @Nullable Duration connectTimeout,
				Function<WireHead, BodyReader<T>> reader) {
			LargeMediaTests.this.sent.set(request.body().length());
			return Flux.error(Failure.of(ErrorKind.BAD_REQUEST, "not here").asException());
		}

	}

}
