package dev.litellm.test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecordedRequestTests {

	@Test
	void findsHeadersInAnyCase() {
		RecordedRequest request = request("{}");
		assertThat(request.header("authorization")).isEqualTo("Bearer sk-test");
		assertThat(request.headers().get("AUTHORIZATION")).containsExactly("Bearer sk-test");
		assertThat(request.header("x-none")).isNull();
	}

	@Test
	void readsPartsOfTheBodyByPointer() {
		RecordedRequest request = request("{\"a\":{\"b\":[1,\"two\",null]},\"model\":\"m\",\"stream\":true}");
		assertThat(request.text("/a/b/1")).isEqualTo("two");
		assertThat(request.text("/a/b/0")).isEqualTo("1");
		assertThat(request.text("/a/b/2")).isNull();
		assertThat(request.text("/a/c")).isNull();
		assertThat(request.at("/a/b").size()).isEqualTo(3);
		assertThat(request.model()).isEqualTo("m");
		assertThat(request.isStream()).isTrue();
	}

	@Test
	void keepsABodyThatIsNotJson() {
		RecordedRequest request = request("--boundary\r\n");
		assertThat(request.json().isMissingNode()).isTrue();
		assertThat(request.body()).isEqualTo("--boundary\r\n");
		assertThat(request.bytes()).isEqualTo("--boundary\r\n".getBytes(StandardCharsets.UTF_8));
		assertThat(request.model()).isEmpty();
		assertThat(request.isStream()).isFalse();
	}

	@Test
	void findsWhatTheUserSaidLast() {
		assertThat(request("""
				{"messages":[{"role":"user","content":"one"},
				{"role":"user","content":[{"type":"text","text":"t"},{"type":"image_url"},{"type":"text","text":"wo"}]},
				{"role":"assistant","content":"three"}]}""").lastUserMessage()).isEqualTo("two");
		assertThat(request("{\"prompt\":\"legacy\"}").lastUserMessage()).isEqualTo("legacy");
		assertThat(request("{\"input\":[\"a\",\"b\"]}").lastUserMessage()).isEqualTo("ab");
		assertThat(request("{}").lastUserMessage()).isEmpty();
	}

	@Test
	void printsNoKey() {
		assertThat(request("{\"model\":\"m\"}")).hasToString("POST /v1/x model=m stream=false");
	}

	private static RecordedRequest request(String body) {
		Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		headers.put("Authorization", List.of("Bearer sk-test"));
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		return new RecordedRequest("POST", "/v1/x?api-key=sk-test", headers, bytes, Instant.EPOCH, 1);
	}

}
