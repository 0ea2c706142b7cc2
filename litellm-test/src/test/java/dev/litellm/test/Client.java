package dev.litellm.test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * A client of the server under test, with the JDK's HTTP client inside.
 */
final class Client {

	static final HttpClient HTTP = HttpClient.newHttpClient();

	private final ScriptedLlm llm;

	Client(ScriptedLlm llm) {
		this.llm = llm;
	}

	static String question(String model, boolean stream) {
		return """
				{"model":"%s","stream":%s,"messages":[{"role":"user","content":"Where is the Louvre?"}]}
				""".formatted(model, stream);
	}

	HttpRequest post(String path, String body) {
		return HttpRequest.newBuilder(URI.create(this.llm.baseUrl() + path))
			.timeout(Duration.ofSeconds(20))
			.header("Authorization", "Bearer sk-test")
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(body))
			.build();
	}

	HttpResponse<String> send(HttpRequest request) {
		try {
			return HTTP.send(request, BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new BrokenAnswerException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	HttpResponse<String> get(String path) {
		return send(HttpRequest.newBuilder(URI.create(this.llm.url() + path)).build());
	}

	HttpResponse<String> chat(String model) {
		return send(post("/chat/completions", question(model, false)));
	}

	HttpResponse<String> chat() {
		return chat("gpt-4o");
	}

	String ask(String model) {
		return json(chat(model)).at("/choices/0/message/content").asString("");
	}

	String ask() {
		return ask("gpt-4o");
	}

	HttpResponse<String> stream() {
		return send(post("/chat/completions", question("gpt-4o", true)));
	}

	static JsonNode json(HttpResponse<String> response) {
		return Json.parse(Payload.utf8(response.body()));
	}

	/**
	 * The data of the events of a stream.
	 */
	static List<String> events(String body) {
		return body.lines().filter((line) -> line.startsWith("data: ")).map((line) -> line.substring(6)).toList();
	}

	static String content(String body) {
		StringBuilder content = new StringBuilder();
		for (String event : events(body)) {
			if (event.startsWith("{")) {
				content.append(Json.parse(Payload.utf8(event)).at("/choices/0/delta/content").asString(""));
			}
		}
		return content.toString();
	}

	/**
	 * The answer did not arrive as a whole.
	 */
	static final class BrokenAnswerException extends RuntimeException {

		private static final long serialVersionUID = 1L;

		BrokenAnswerException(IOException cause) {
			super(cause);
		}

	}

}
