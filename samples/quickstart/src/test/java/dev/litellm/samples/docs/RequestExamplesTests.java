package dev.litellm.samples.docs;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.litellm.LlmClient;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of docs/guide/requests.md: its code does what the page says.
 */
class RequestExamplesTests {

	private final ScriptedLlm server = ScriptedLlm.start();

	private final LlmClient llm = LlmClient.builder()
		.provider("openai", (provider) -> provider.baseUrl(this.server.baseUrl()).apiKey("sk-test"))
		.provider("anthropic", (provider) -> provider.baseUrl(this.server.url()).apiKey("sk-test"))
		.provider("gemini", (provider) -> provider.baseUrl(this.server.url()).apiKey("sk-test"))
		.build();

	private final RequestExamples guide = new RequestExamples();

	@AfterEach
	void stop() {
		this.server.close();
	}

	@Test
	void sendsThePicture(@TempDir Path directory) throws Exception {
		Path photo = Files.write(directory.resolve("photo.png"), new byte[] { 1, 2, 3, 4 });
		this.server.enqueue(says("{\"type\": \"text\", \"text\": \"A dot.\"}"));
		assertThat(this.guide.picture(this.llm, photo)).isEqualTo("A dot.");
		RecordedRequest request = this.server.takeRequest();
		assertThat(request.text("/messages/0/content/1/source/media_type")).isEqualTo("image/png");
		assertThat(request.text("/messages/0/content/1/source/data")).isEqualTo("AQIDBA==");
	}

	@Test
	void answersToolsUntilTheModelHasItsAnswer() {
		this.server.enqueue(parts("{\"functionCall\": {\"name\": \"weather\", \"args\": {\"city\": \"Paris\"}}, "
				+ "\"thoughtSignature\": \"c2lnbmVk\"}"), parts("{\"text\": \"Yes, take one.\"}"));
		assertThat(this.guide.tools(this.llm)).isEqualTo("Yes, take one.");
		this.server.takeRequest();
		RecordedRequest second = this.server.takeRequest();
		assertThat(second.body()).contains("Rain, 9 degrees", "c2lnbmVk");
	}

	@Test
	void asksForJsonByItsSchema() {
		this.server.enqueue(Reply.text("{\"name\": \"Paris\", \"people\": 2100000}"));
		assertThat(this.guide.json(this.llm)).contains("Paris");
		assertThat(this.server.takeRequest().text("/response_format/json_schema/name")).isEqualTo("city");
	}

	@Test
	void tellsWhatTheModelThought() {
		this.server.enqueue(says("{\"type\": \"thinking\", \"thinking\": \"Hm.\", \"signature\": \"s\"}, "
				+ "{\"type\": \"text\", \"text\": \"Yes.\"}"));
		assertThat(this.guide.reasoning(this.llm, "Is it?")).isEqualTo("Hm.");
		assertThat(this.server.takeRequest().text("/thinking/type")).isEqualTo("enabled");
	}

	@Test
	void tellsWhatWasLeftOut() {
		this.server.enqueue(says("{\"type\": \"text\", \"text\": \"Yes.\"}"));
		assertThat(this.guide.left(this.llm, "Is it?")).singleElement().asString().contains("seed");
	}

	private static Reply says(String blocks) {
		return Reply.json("{\"id\": \"msg_1\", \"type\": \"message\", \"role\": \"assistant\", \"model\": \"claude\", "
				+ "\"content\": [" + blocks + "], \"stop_reason\": \"end_turn\", "
				+ "\"usage\": {\"input_tokens\": 1, \"output_tokens\": 1}}");
	}

	private static Reply parts(String part) {
		return Reply.json("{\"candidates\": [{\"content\": {\"role\": \"model\", \"parts\": [" + part
				+ "]}, \"finishReason\": \"STOP\"}]}");
	}

}
