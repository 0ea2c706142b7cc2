package dev.litellm.test;

import java.io.IOException;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HttpTests {

	private final ScriptedLlm llm = ScriptedLlm.start();

	@AfterEach
	void close() {
		this.llm.close();
	}

	@Test
	void keepsAConnectionForTheNextRequest() throws IOException {
		this.llm.otherwise(Reply.json("{}"));
		try (RawClient client = new RawClient(this.llm)) {
			client.ask(false).readUntil("{}");
			client.ask(false).readUntil("{}");
		}
		assertThat(this.llm.requests()).extracting(RecordedRequest::connection).containsExactly(1L, 1L);
		assertThat(this.llm.acceptedConnections()).isOne();
	}

	@Test
	void answersPipelinedRequestsThatArriveDuringADelay() throws IOException {
		this.llm.enqueue(Reply.json("{\"n\":1}").delay(Duration.ofMillis(100)), Reply.json("{\"n\":2}"));
		try (RawClient client = new RawClient(this.llm)) {
			client.ask(false).ask(false).readUntil("{\"n\":1}");
			client.readUntil("{\"n\":2}");
		}
	}

	@Test
	void closesWhenTheClientAsksForIt() throws IOException {
		try (RawClient client = new RawClient(this.llm)) {
			client.send("GET /v1/models HTTP/1.1\r\nconnection: close\r\n\r\n");
			assertThat(client.readAll()).startsWith("HTTP/1.1 200 ");
		}
	}

	@Test
	void readsAChunkedRequest() throws IOException {
		try (RawClient client = new RawClient(this.llm)) {
			client.send("POST /x HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3;a=b\r\n{\"a\r\n");
			client.send("4\r\n\":1}\r\n0\r\nTrailer: t\r\n\r\n").readUntil("}}");
		}
		assertThat(this.llm.takeRequest().body()).isEqualTo("{\"a\":1}");
	}

	@Test
	void readsARequestByteByByte() throws IOException {
		String request = "POST /x HTTP/1.1\r\nX-Long: " + "y".repeat(5000) + "\r\nContent-Length: 2\r\n\r\n{}";
		try (RawClient client = new RawClient(this.llm)) {
			for (int i = 0; i < request.length(); i++) {
				client.send(request.substring(i, i + 1));
			}
			client.readUntil("}}");
		}
		assertThat(this.llm.takeRequest().header("x-long")).hasSize(5000);
	}

	@Test
	void readsALargeBody() {
		String text = "x".repeat(6_000_000);
		Client client = new Client(this.llm);
		client.send(client.post("/chat/completions", "{\"model\":\"m\",\"prompt\":\"" + text + "\"}"));
		assertThat(this.llm.takeRequest().lastUserMessage()).isEqualTo(text);
	}

	@Test
	void invitesTheBodyOfAClientThatExpectsIt() throws IOException {
		try (RawClient client = new RawClient(this.llm)) {
			client.send("POST /x HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
			assertThat(client.readUntil("\r\n\r\n")).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
			assertThat(client.send("{}").readUntil("}}")).startsWith("HTTP/1.1 200 ");
		}
	}

	@Test
	void sendsNoBodyInAnswerToHead() throws IOException {
		this.llm.otherwise(Reply.json("{\"a\":1}"));
		try (RawClient client = new RawClient(this.llm)) {
			client.send("HEAD / HTTP/1.1\r\n\r\n");
			assertThat(client.readUntil("\r\n\r\n")).contains("Content-Length: 7");
			client.ask(false);
			assertThat(client.readUntil("{\"a\":1}")).startsWith("HTTP/1.1 200 ");
		}
	}

	@Test
	void refusesWhatIsNotHttp() throws IOException {
		for (String nonsense : new String[] { "\u0016\u0003\u0001\r\n", "GET / HTTP/2\r\n", "GET / HTTP/1.1\r\n: x\r\n",
				"POST / HTTP/1.1\r\nContent-Length: many\r\n\r\n" }) {
			try (RawClient client = new RawClient(this.llm)) {
				assertThat(client.send(nonsense).readAll()).startsWith("HTTP/1.1 400 ");
			}
		}
		assertThat(this.llm.requests()).isEmpty();
	}

	@Test
	void forgetsAClientThatLeavesWithinItsRequest() throws IOException {
		try (RawClient client = new RawClient(this.llm)) {
			client.send("POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\n{");
		}
		new Client(this.llm).ask();
		assertThat(this.llm.requests()).hasSize(1);
	}

	@Test
	void closesIdleConnectionsWhenTold() throws IOException {
		try (RawClient client = new RawClient(this.llm)) {
			client.ask(false).readUntil("}}");
			this.llm.closeConnections();
			assertThat(client.read()).isEqualTo(-1);
		}
		assertThat(new Client(this.llm).ask()).isNotEmpty();
	}

}
