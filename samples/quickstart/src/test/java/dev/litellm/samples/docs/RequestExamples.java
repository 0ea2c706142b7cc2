package dev.litellm.samples.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.litellm.ChatSpec;
import dev.litellm.LlmClient;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Tool;
import dev.litellm.chat.ToolCall;

/**
 * The code of docs/guide/requests.md.
 */
class RequestExamples {

	String picture(LlmClient llm, Path photo) throws IOException {
		byte[] bytes = Files.readAllBytes(photo);
		String answer = llm.chat("anthropic/claude-sonnet-4-5")
			.user(ContentPart.text("What is this?"), ContentPart.image(bytes, "image/png"))
			.call()
			.content();
		return answer;
	}

	String tools(LlmClient llm) {
		Tool weather = Tool.function("weather", "Tells the weather of a city", Map.of("type", "object", "properties",
				Map.of("city", Map.of("type", "string")), "required", List.of("city")));
		ChatSpec chat = llm.chat("gemini/gemini-2.5-flash").user("Do I need an umbrella in Paris?").tools(weather);
		ChatResponse response = chat.call().response();
		while (!response.toolCalls().isEmpty()) {
			chat.messages(response.choices().get(0).message());
			for (ToolCall call : response.toolCalls()) {
				chat.tool(call.id(), weather(call.arguments()));
			}
			response = chat.call().response();
		}
		return response.content();
	}

	String json(LlmClient llm) {
		Map<String, ?> city = Map.of("type", "object", "properties",
				Map.of("name", Map.of("type", "string"), "people", Map.of("type", "integer")), "required",
				List.of("name", "people"), "additionalProperties", false);
		String json = llm.chat("gpt-4o").user("The capital of France").jsonSchema("city", city).call().content();
		return json;
	}

	String reasoning(LlmClient llm, String question) {
		ChatResponse response = llm.chat("anthropic/claude-sonnet-4-5")
			.user(question)
			.reasoningEffort("low")
			.call()
			.response();
		String thoughts = response.choices().get(0).message().reasoningContent();
		return thoughts;
	}

	List<String> left(LlmClient llm, String question) {
		ChatResponse response = llm.chat("anthropic/claude-sonnet-4-5")
			.user(question)
			.seed(7)
			.dropUnsupported(true)
			.call()
			.response();
		return response.info().notes();
	}

	private static String weather(String arguments) {
		return "Rain, 9 degrees";
	}

}
