package dev.litellm.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.litellm.LlmClient;
import dev.litellm.Models;
import dev.litellm.error.Attempt;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.LlmConnectionException;
import dev.litellm.error.LlmException;
import dev.litellm.error.LlmInvalidResponseException;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for what the connector does of itself: nothing.
 */
class ConnectionTests {

	private final ScriptedLlm llm = ScriptedLlm.start();

	private final ScriptedLlm second = ScriptedLlm.start();

	private final LlmClient client = Models.builder(this.llm).build();

	@AfterEach
	void close() {
		this.llm.close();
		this.second.close();
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 302, 303, 307, 308 })
	void followsNoRedirect(int status) {
		this.llm.otherwise(Reply.raw(status, "text/plain", "").header("Location", this.second.baseUrl() + "/stolen"));
		LlmException whole = catchThrowableOfType(LlmException.class,
				() -> this.client.chat("gpt-4o").user("Hi").call().content());
		LlmException stream = catchThrowableOfType(LlmException.class,
				() -> this.client.chat("gpt-4o").user("Hi").stream().content().blockLast());
		assertThat(whole).isInstanceOf(LlmInvalidResponseException.class)
			.hasMessageContaining("answered " + status + ", a redirect, which is never followed");
		assertThat(stream).isInstanceOf(LlmInvalidResponseException.class);
		assertThat(this.llm.requests()).hasSize(2);
		assertThat(this.second.acceptedConnections()).isZero();
	}

	@Test
	void sendsNothingAgainOfItself() {
		this.llm.otherwise(Reply.disconnect());
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat("gpt-4o").maxAttempts(1).user("Hi").call().content());
		assertThat(failure).isInstanceOf(LlmConnectionException.class);
		assertThat(failure.attempts()).hasSize(1);
		assertThat(this.llm.requests()).hasSize(1);
		assertThat(this.llm.acceptedConnections()).isEqualTo(1);
	}

	@Test
	void sendsNothingAgainOfItselfOverAConnectionThatIsReset() throws Exception {
		AtomicInteger connections = new AtomicInteger();
		try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			Thread resetting = new Thread(() -> {
				while (!server.isClosed()) {
					try (Socket socket = server.accept()) {
						connections.incrementAndGet();
						socket.getInputStream().read();
						socket.setSoLinger(true, 0);
					}
					catch (IOException ex) {
						return;
					}
				}
			});
			resetting.start();
			LlmClient reset = this.client.mutate()
				.provider("openai", (provider) -> provider.baseUrl("http://127.0.0.1:" + server.getLocalPort()))
				.build();
			assertThat(catchThrowableOfType(LlmException.class,
					() -> reset.chat("gpt-4o").maxAttempts(1).user("Hi").call().content()))
				.isInstanceOf(LlmConnectionException.class);
			assertThat(catchThrowableOfType(LlmException.class,
					() -> reset.chat("gpt-4o").maxAttempts(2).user("Hi").call().content()))
				.isInstanceOf(LlmConnectionException.class);
		}
		assertThat(connections).hasValue(3);
	}

	@Test
	void survivesAKeptConnectionThatTheServerHasClosed() {
		int attempts = 0;
		for (int i = 0; i < 10; i++) {
			attempts += this.client.chat("gpt-4o").user("Hi").call().response().attempts().size();
			this.llm.closeConnections();
		}
		assertThat(this.llm.requests()).hasSizeBetween(10, attempts);
	}

	@Test
	void showsEachRequestThatWasSentAsAnAttempt() {
		this.llm.enqueue(Reply.text("one"), Reply.disconnect(), Reply.text("two"));
		this.client.chat("gpt-4o").user("Hi").call().content();
		assertThat(this.client.chat("gpt-4o").user("Hi").call().response().attempts()).extracting(Attempt::kind)
			.containsExactly(ErrorKind.CONNECTION, null);
		assertThat(this.llm.requests()).hasSize(3);
	}

	@Test
	void tellsThatNobodyListens() {
		this.llm.close();
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> this.client.chat("gpt-4o").maxAttempts(1).user("Hi").call().content());
		assertThat(failure).isInstanceOf(LlmConnectionException.class)
			.hasMessageContaining("cannot connect")
			.hasMessageContaining("is the server up, and its base URL right?");
	}

	@Test
	void tellsThatAHostIsUnknown() {
		LlmClient lost = this.client.mutate()
			.provider("openai", (provider) -> provider.baseUrl("http://no-such-host.invalid/v1"))
			.build();
		LlmException failure = catchThrowableOfType(LlmException.class,
				() -> lost.chat("gpt-4o").maxAttempts(1).user("Hi").call().content());
		assertThat(failure).isInstanceOf(LlmConnectionException.class)
			.hasMessageContaining("no-such-host.invalid")
			.hasMessageContaining("base URL");
	}

	@Test
	void leavesNoConnectionOpenAfterBrokenAnswers() {
		this.llm.enqueue(Reply.text("x").truncated(5), Reply.text("x").resetAfter(0), Reply.disconnect());
		assertThat(
				catchThrowableOfType(LlmException.class, () -> this.client.chat("gpt-4o").user("Hi").call().content()))
			.isNotNull();
		this.llm.otherwise(Reply.text("fine").thenClose());
		this.client.chat("gpt-4o").user("Hi").call().content();
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
		while (this.llm.openConnections() > 0 && System.nanoTime() < end) {
			Thread.onSpinWait();
		}
		assertThat(this.llm.openConnections()).isZero();
	}

}
