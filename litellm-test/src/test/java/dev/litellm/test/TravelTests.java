package dev.litellm.test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TravelTests {

	private final ScriptedLlm llm = ScriptedLlm.start();

	private final Client client = new Client(this.llm);

	@AfterEach
	void close() {
		this.llm.close();
	}

	@Test
	void sendsAWholeAnswerWithItsLength() throws IOException {
		this.llm.enqueue(Reply.json("{}"));
		try (RawClient client = new RawClient(this.llm)) {
			assertThat(client.ask(false).readUntil("{}"))
				.isEqualTo("HTTP/1.1 200 \r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
		}
	}

	@Test
	void sendsAStreamInChunks() throws IOException {
		this.llm.enqueue(Reply.sse("data: a\n\n", "data: b\n\n"));
		try (RawClient client = new RawClient(this.llm)) {
			assertThat(client.ask(true).readUntil("0\r\n\r\n"))
				.isEqualTo("HTTP/1.1 200 \r\nContent-Type: text/event-stream; charset=utf-8\r\n"
						+ "Transfer-Encoding: chunked\r\n\r\n9\r\ndata: a\n\n\r\n9\r\ndata: b\n\n\r\n0\r\n\r\n");
		}
	}

	@Test
	void sendsAWholeAnswerInChunksWhenTold() throws IOException {
		this.llm.enqueue(Reply.json("{}").chunked(), Reply.raw(200, "text/plain", "").chunked());
		try (RawClient client = new RawClient(this.llm)) {
			assertThat(client.ask(false).readUntil("0\r\n\r\n")).contains("chunked\r\n\r\n2\r\n{}\r\n")
				.doesNotContain("Content-Length");
			assertThat(client.ask(false).readUntil("0\r\n\r\n")).contains("chunked\r\n\r\n0");
		}
	}

	@Test
	void splitsAnywhere() throws IOException {
		this.llm.enqueue(Reply.sse("data: é", "\n\n").splitEvery(7), Reply.json("{\"a\":1}").splitEvery(3));
		try (RawClient client = new RawClient(this.llm)) {
			String answer = client.ask(true).readUntil("0\r\n\r\n");
			assertThat(answer).contains("\r\n\r\n7\r\ndata: ").endsWith("\r\n3\r\n\ufffd\n\n\r\n0\r\n\r\n");
			assertThat(client.ask(false).readUntil("1}")).endsWith("Content-Length: 7\r\n\r\n{\"a\":1}");
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 7, 1000 })
	void splittingChangesNoContent(int bytes) {
		this.llm.otherwise(Reply.text("Où est le café ?").splitEvery(bytes));
		assertThat(this.client.ask()).isEqualTo("Où est le café ?");
		assertThat(Client.content(this.client.stream().body())).isEqualTo("Où est le café ?");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void compresses(boolean stream) throws Exception {
		this.llm.otherwise(Reply.text("one two three").gzip());
		HttpResponse<GZIPInputStream> response = Client.HTTP.send(
				this.client.post("/chat/completions", Client.question("m", stream)),
				(info) -> BodySubscribers.mapping(BodyHandlers.ofByteArray().apply(info), TravelTests::unzip));
		String body = new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
		assertThat(stream ? Client.content(body) : body).contains("one two three");
	}

	private static GZIPInputStream unzip(byte[] bytes) {
		try {
			return new GZIPInputStream(new ByteArrayInputStream(bytes));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Test
	void cutsAStreamAfterItsFirstPiece() throws IOException {
		this.llm.enqueue(Reply.stream("Hel", "lo").cutAfter(1));
		try (RawClient client = new RawClient(this.llm)) {
			assertThat(Client.content(client.ask(true).readAll())).isEqualTo("Hel");
		}
		assertThat(this.llm.takeRequest().closedByClient()).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(false);
	}

	@Test
	void cutsAfterTheHeaders() throws IOException {
		this.llm.enqueue(Reply.stream("Hel", "lo").cutAfter(0));
		try (RawClient client = new RawClient(this.llm)) {
			assertThat(client.ask(true).readAll()).startsWith("HTTP/1.1 200 ").endsWith("chunked\r\n\r\n");
		}
	}

	@Test
	void neverCompletesAnAnswerThatIsCutAfterMoreThanItsChunks() {
		this.llm.enqueue(Reply.stream("Hel", "lo").cutAfter(99));
		assertThatExceptionOfType(Client.BrokenAnswerException.class).isThrownBy(this.client::stream);
	}

	@Test
	void resetsAStream() throws IOException {
		this.llm.enqueue(Reply.stream("Hel", "lo").resetAfter(1));
		try (RawClient client = new RawClient(this.llm)) {
			client.ask(true).readUntil("\"Hel\"");
			assertThatExceptionOfType(SocketException.class).isThrownBy(client::readAll);
		}
	}

	@Test
	void disconnectsWithoutAnAnswer() throws IOException {
		this.llm.enqueue(Reply.disconnect());
		try (RawClient client = new RawClient(this.llm)) {
			assertThat(client.ask(false).readAll()).isEmpty();
		}
	}

	@Test
	void announcesMoreThanItSends() throws IOException {
		this.llm.enqueue(Reply.json("{\"a\":1}").truncated(3));
		try (RawClient client = new RawClient(this.llm)) {
			assertThat(client.ask(false).readAll()).endsWith("Content-Length: 10\r\n\r\n{\"a\":1}");
		}
	}

	@Test
	void closesAfterACompleteAnswerWithoutSayingSo() throws IOException {
		this.llm.enqueue(Reply.json("{}").thenClose());
		try (RawClient client = new RawClient(this.llm)) {
			assertThat(client.ask(false).readAll()).endsWith("Content-Length: 2\r\n\r\n{}").doesNotContain("close");
		}
	}

	@Test
	void waitsBeforeTheAnswer() {
		this.llm.enqueue(Reply.text("slow").delay(Duration.ofMillis(120)));
		assertThat(timeOf(this.client::ask)).isGreaterThanOrEqualTo(Duration.ofMillis(120));
	}

	@Test
	void waitsBeforeEachChunk() {
		this.llm.enqueue(Reply.stream("a", "b", "c").delayPerChunk(Duration.ofMillis(40)));
		assertThat(timeOf(this.client::stream)).isGreaterThanOrEqualTo(Duration.ofMillis(160));
	}

	@Test
	void pausesAfterTheHeaders() throws IOException {
		this.llm.enqueue(Reply.stream("a", "b").pauseAfter(0, Duration.ofHours(1)));
		try (RawClient client = new RawClient(this.llm)) {
			assertThat(client.ask(true).readUntil("\r\n\r\n")).endsWith("chunked\r\n\r\n");
			assertThat(client.isSilent()).isTrue();
		}
	}

	@Test
	void pausesInTheMiddle() throws IOException {
		this.llm.enqueue(Reply.stream("a", "b").pauseAfter(1, Duration.ofHours(1)));
		try (RawClient client = new RawClient(this.llm)) {
			assertThat(Client.content(client.ask(true).readUntil("]}\n\n\r\n"))).isEqualTo("a");
			assertThat(client.isSilent()).isTrue();
		}
	}

	@Test
	void goesOnAfterAPause() {
		this.llm.enqueue(Reply.stream("a", "b").pauseAfter(1, Duration.ofMillis(120)));
		assertThat(timeOf(() -> assertThat(Client.content(this.client.stream().body())).isEqualTo("ab")))
			.isGreaterThanOrEqualTo(Duration.ofMillis(120));
	}

	private static Duration timeOf(Runnable call) {
		long start = System.nanoTime();
		call.run();
		return Duration.ofNanos(System.nanoTime() - start);
	}

	@Test
	void repliesAreImmutable() {
		ChatReply reply = Reply.text("x");
		List<Reply> changed = List.of(reply.usage(1, 1), reply.cutAfter(0), reply.header("a", "b"));
		this.llm.otherwise(reply);
		assertThat(changed).doesNotContain(reply);
		assertThat(this.client.ask()).isEqualTo("x");
	}

}
