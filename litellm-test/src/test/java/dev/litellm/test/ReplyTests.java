package dev.litellm.test;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Base64;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ReplyTests {

	private final ScriptedLlm llm = ScriptedLlm.start();

	private final Client client = new Client(this.llm);

	@AfterEach
	void close() {
		this.llm.close();
	}

	@ParameterizedTest
	@CsvSource(nullValues = "null",
			value = { "400, invalid_request_error, null", "401, invalid_request_error, invalid_api_key",
					"403, request_forbidden, unsupported_country_region_territory",
					"404, invalid_request_error, model_not_found", "422, invalid_request_error, null",
					"429, requests, rate_limit_exceeded", "500, server_error, null", "503, server_error, overloaded",
					"504, server_error, null", "418, invalid_request_error, null" })
	void errorHasTheTypeAndCodeOfItsStatus(int status, String type, String code) {
		this.llm.enqueue(Reply.error(status));
		HttpResponse<String> response = this.client.chat();
		JsonNode error = Client.json(response).path("error");
		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(error.path("type").stringValue()).isEqualTo(type);
		assertThat(error.path("code").stringValue()).isEqualTo(code);
		assertThat(error.path("message").stringValue()).isNotBlank();
	}

	@ParameterizedTest
	@CsvSource({ "400, context_length_exceeded, maximum context length", "400, content_policy_violation, safety system",
			"400, content_filter, content management policy", "429, insufficient_quota, exceeded your current quota",
			"404, my_code, does not exist" })
	void errorSaysWhatItsCodeMeans(int status, String code, String words) {
		this.llm.enqueue(Reply.error(status, code));
		HttpResponse<String> response = this.client.chat();
		assertThat(response.statusCode()).isEqualTo(status);
		assertThat(response.body()).contains("\"code\":\"" + code + "\"", words);
	}

	@Test
	void errorHasItsOwnMessage() {
		this.llm.enqueue(Reply.error(400, "my_code", "Not so."));
		assertThat(this.client.chat().body()).isEqualTo("""
				{"error":{"message":"Not so.","type":"invalid_request_error","param":null,"code":"my_code"}}""");
	}

	@Test
	void saysWhenToRetryInSecondsAndWithAFractionInMilliseconds() {
		this.llm.enqueue(Reply.error(429).retryAfter(Duration.ofSeconds(2)),
				Reply.error(429).retryAfter(Duration.ofMillis(1500)));
		HttpResponse<String> whole = this.client.chat();
		assertThat(whole.headers().firstValue("retry-after")).hasValue("2");
		assertThat(whole.headers().firstValue("retry-after-ms")).isEmpty();
		HttpResponse<String> fraction = this.client.chat();
		assertThat(fraction.headers().firstValue("retry-after")).hasValue("2");
		assertThat(fraction.headers().firstValue("retry-after-ms")).hasValue("1500");
	}

	@Test
	void addsHeadersAndReplacesItsOwn() {
		this.llm.enqueue(Reply.text("x")
			.header("x-litellm-response-cost", "0.0012")
			.header("x-litellm-model-id", "m1")
			.header("content-type", "application/problem+json"));
		HttpResponse<String> response = this.client.chat();
		assertThat(response.headers().firstValue("x-litellm-response-cost")).hasValue("0.0012");
		assertThat(response.headers().firstValue("x-litellm-model-id")).hasValue("m1");
		assertThat(response.headers().allValues("content-type")).containsExactly("application/problem+json");
	}

	@Test
	void refusesAHeaderThatWouldBreakTheAnswer() {
		assertThatIllegalArgumentException().isThrownBy(() -> Reply.text("x").header("a", "b\r\nc: d"))
			.withMessageContaining("'a'");
	}

	@Test
	void sendsAnyBytesAsTheyAre() throws Exception {
		byte[] bytes = { 0, -1, 13, 10, 0 };
		this.llm.enqueue(Reply.raw(202, "audio/mpeg", bytes));
		HttpResponse<byte[]> response = Client.HTTP.send(this.client.post("/audio/speech", "{}"),
				BodyHandlers.ofByteArray());
		assertThat(response.statusCode()).isEqualTo(202);
		assertThat(response.headers().firstValue("Content-Length")).hasValue("5");
		assertThat(response.body()).isEqualTo(bytes);
	}

	@Test
	void sendsAPageInsteadOfJson() {
		this.llm.enqueue(Reply.raw(502, "text/html", "<h1>Bad Gateway</h1>"), Reply.raw(500, "text/plain", ""));
		assertThat(this.client.chat().body()).isEqualTo("<h1>Bad Gateway</h1>");
		assertThat(this.client.chat().body()).isEmpty();
	}

	@Test
	void sendsEventsAsTheyAre() {
		this.llm.enqueue(Reply.sse(": ping\r\n\r\n", "data: {}\r", "\r"));
		HttpResponse<String> response = this.client.stream();
		assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream; charset=utf-8");
		assertThat(response.body()).isEqualTo(": ping\r\n\r\ndata: {}\r\r");
	}

	@Test
	void embedsEachInputAsItsOwnVector() {
		String body = "{\"model\":\"e\",\"input\":[\"a\",\"b\",\"a\"],\"dimensions\":3}";
		JsonNode data = Client.json(this.client.send(this.client.post("/embeddings", body))).path("data");
		assertThat(data.size()).isEqualTo(3);
		assertThat(data.at("/0/embedding").size()).isEqualTo(3);
		assertThat(data.at("/0/embedding")).isEqualTo(data.at("/2/embedding")).isNotEqualTo(data.at("/1/embedding"));
		assertThat(data.at("/1/index").intValue()).isOne();
	}

	@Test
	void embedsAsTold() {
		this.llm.enqueue(Reply.embedding(new float[] { 0.5f, -1 }));
		assertThat(this.client.send(this.client.post("/embeddings", "{\"model\":\"e\",\"input\":\"abcd\"}")).body())
			.isEqualTo("""
					{"object":"list","data":[{"object":"embedding","index":0,"embedding":[0.5,-1.0]}],"model":"e",\
					"usage":{"prompt_tokens":1,"total_tokens":1}}""");
	}

	@Test
	void embedsInBase64WhenAskedFor() {
		this.llm.enqueue(Reply.embedding(new float[] { 0.5f, -1 }));
		String body = "{\"input\":[1, 2],\"encoding_format\":\"base64\"}";
		String encoded = Client.json(this.client.send(this.client.post("/embeddings", body)))
			.at("/data/0/embedding")
			.stringValue();
		ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(encoded)).order(ByteOrder.LITTLE_ENDIAN);
		assertThat(bytes.getFloat()).isEqualTo(0.5f);
		assertThat(bytes.getFloat()).isEqualTo(-1);
		assertThat(bytes.hasRemaining()).isFalse();
	}

}
