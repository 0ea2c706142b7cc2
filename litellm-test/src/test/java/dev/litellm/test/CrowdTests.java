package dev.litellm.test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CrowdTests {

	private static final int CLIENTS = 2000;

	private final ScriptedLlm llm = ScriptedLlm.start();

	@AfterEach
	void close() {
		this.llm.close();
	}

	@Test
	void streamsToTwoThousandClientsAtOnce() throws IOException {
		CountDownLatch everybody = new CountDownLatch(CLIENTS);
		Reply reply = Reply.stream("a", "b", "c");
		this.llm.otherwise((request) -> {
			await(everybody);
			return reply;
		});
		List<RawClient> clients = new ArrayList<>();
		try {
			for (int i = 0; i < CLIENTS; i++) {
				clients.add(new RawClient(this.llm).ask(true));
			}
			for (RawClient client : clients) {
				assertThat(Client.content(client.readUntil("0\r\n\r\n"))).isEqualTo("abc");
			}
			assertThat(everybody.getCount()).isZero();
			assertThat(this.llm.openConnections()).isEqualTo(CLIENTS);
			assertThat(this.llm.requests()).hasSize(CLIENTS);
		}
		finally {
			for (RawClient client : clients) {
				client.close();
			}
		}
	}

	private static void await(CountDownLatch everybody) {
		everybody.countDown();
		try {
			everybody.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
