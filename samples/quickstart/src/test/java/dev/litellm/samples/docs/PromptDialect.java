package dev.litellm.samples.docs;

import java.net.URI;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.dialect.ChatDialect;
import dev.litellm.dialect.Step;
import dev.litellm.dialect.Target;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.Failure;
import dev.litellm.json.Json;
import dev.litellm.transport.WireReply;
import dev.litellm.transport.WireBody;
import dev.litellm.transport.WireRequest;

/**
 * A format of docs/guide/own-providers.md.
 */
@Component
class PromptDialect extends ChatDialect {

	PromptDialect() {
		super("prompt", PromptDialect::failure, PromptDialect::ask);
	}

	private static Step<ChatResponse> ask(ChatRequest request, Target target) {
		String prompt = request.messages().get(request.messages().size() - 1).text();
		WireBody body = WireBody.json(Map.of("model", target.model(), "prompt", prompt));
		URI uri = URI.create(target.baseUrl() + "/generate");
		return Step.ask(WireRequest.postJson(uri, target.headers(), body), PromptDialect::read);
	}

	private static ChatResponse read(WireReply reply) {
		if (Json.read(reply.body()) instanceof Map<?, ?> answer && answer.get("text") instanceof String text) {
			return ChatResponse.of(String.valueOf(answer.get("model")), text);
		}
		throw Failure.of(ErrorKind.INVALID_RESPONSE, "the answer has no text: " + reply.text()).asException();
	}

	private static Failure failure(WireReply reply) {
		return Failure.of(ErrorKind.ofStatus(reply.status()), reply.text());
	}

}
