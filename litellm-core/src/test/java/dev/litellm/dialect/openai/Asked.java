package dev.litellm.dialect.openai;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.http.HttpHeaders;

import dev.litellm.auth.Access;
import dev.litellm.call.CallOptions;
import dev.litellm.call.Secret;
import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.dialect.Operation;
import dev.litellm.dialect.Step;
import dev.litellm.dialect.Target;
import dev.litellm.embedding.EmbeddingRequest;
import dev.litellm.embedding.EmbeddingResponse;
import dev.litellm.error.Failure;
import dev.litellm.error.FailureException;
import dev.litellm.json.Json;
import dev.litellm.provider.ModelQuirks;
import dev.litellm.provider.Provider;
import dev.litellm.provider.Providers;
import dev.litellm.transport.FrameDecoder;
import dev.litellm.transport.WireReply;

/**
 * What the dialect asks of a provider, and what it makes of answers, without any network.
 */
final class Asked {

	private static final Providers PROVIDERS = Providers.builtIn();

	private static final ModelQuirks MODELS = ModelQuirks.builtIn();

	private static final OpenAiDialect DIALECT = new OpenAiDialect(Clock.systemUTC());

	private final Target target;

	private Asked(Target target) {
		this.target = target;
	}

	static Asked of(String model) {
		return of(model, false);
	}

	static Asked of(String model, boolean dropUnsupported) {
		String name = model.substring(0, model.indexOf('/'));
		String rest = model.substring(name.length() + 1);
		Provider provider = PROVIDERS.get(name).fill((variable) -> null);
		return new Asked(new Target(provider, rest, "https://llm.example/v1", Access.bearer(Secret.of("sk-test")),
				MODELS.of(name, rest).over(provider.quirks()), CallOptions.none(), dropUnsupported));
	}

	List<String> notes() {
		return this.target.notes();
	}

	/**
	 * Return the body of a call.
	 * @param request members of a request beside the model, as JSON
	 * @return the body's members, the model left out
	 */
	Map<?, ?> body(String request) {
		return body(DIALECT.codec(Operation.CHAT).call(request(request), this.target));
	}

	Map<?, ?> streamed(String request) {
		Step<ChatChunk> step = DIALECT.codec(Operation.CHAT).stream(request(request), this.target);
		return (Map<?, ?>) Json.read(((Step.Listen<ChatChunk>) step).request().body().bytes());
	}

	Object message(String message) {
		return ((List<?>) body("{\"messages\": [" + message + "]}").get("messages")).get(0);
	}

	Object parameters(String parameters) {
		Map<?, ?> body = new LinkedHashMap<>(
				body("{\"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}], " + parameters + "}"));
		body.remove("messages");
		body.remove("model");
		return body;
	}

	Failure refusal(String parameters) {
		return refused("{\"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}], " + parameters + "}");
	}

	Failure refusalOf(String message) {
		return refused("{\"messages\": [" + message + "]}");
	}

	private Failure refused(String request) {
		Step<ChatResponse> step = DIALECT.codec(Operation.CHAT).call(request(request), this.target);
		return ((Step.Fail<ChatResponse>) step).failure();
	}

	Map<?, ?> embedding(Map<String, Object> parameters, Object... input) {
		return body(DIALECT.codec(Operation.EMBEDDINGS).call(embeddingRequest(parameters, input), this.target));
	}

	Step<EmbeddingResponse> embeddingAnswer(String body, Object... input) {
		Step<EmbeddingResponse> step = DIALECT.codec(Operation.EMBEDDINGS)
			.call(embeddingRequest(Map.of(), input), this.target);
		return ((Step.Ask<EmbeddingResponse>) step).then().apply(reply(200, body));
	}

	private EmbeddingRequest embeddingRequest(Map<String, Object> parameters, Object... input) {
		return new EmbeddingRequest(this.target.model(), List.of(input), Map.copyOf(parameters), CallOptions.none());
	}

	private ChatRequest request(String request) {
		return ChatRequest.fromJson("{\"model\": \"" + this.target.model() + "\", " + request.strip().substring(1));
	}

	private static Map<?, ?> body(Step<?> step) {
		if (step instanceof Step.Fail<?> fail) {
			throw new AssertionError(fail.failure().message());
		}
		return (Map<?, ?>) Json.read(((Step.Ask<?>) step).request().body().bytes());
	}

	static ChatResponse answer(String body) {
		Step<ChatResponse> step = after(body);
		if (step instanceof Step.Fail<ChatResponse> fail) {
			throw new AssertionError(fail.failure().message());
		}
		return ((Step.Answer<ChatResponse>) step).value();
	}

	static Failure failure(String body) {
		return ((Step.Fail<ChatResponse>) after(body)).failure();
	}

	private static Step<ChatResponse> after(String body) {
		Asked asked = of("openai/gpt-4o");
		Step<ChatResponse> step = DIALECT.codec(Operation.CHAT)
			.call(asked.request("{\"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}]}"), asked.target);
		return ((Step.Ask<ChatResponse>) step).then().apply(reply(200, body));
	}

	static List<ChatChunk> chunks(String... events) {
		Asked asked = of("openai/gpt-4o");
		Step<ChatChunk> step = DIALECT.codec(Operation.CHAT)
			.stream(asked.request("{\"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}]}"), asked.target);
		FrameDecoder<ChatChunk> decoder = ((Step.Listen<ChatChunk>) step).decoder().get();
		List<ChatChunk> chunks = new ArrayList<>();
		for (String event : events) {
			byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
			decoder.frame(null, bytes, 0, bytes.length, chunks::add);
		}
		decoder.end(chunks::add);
		return chunks;
	}

	static Failure error(int status, String body) {
		return DIALECT.error(reply(status, body));
	}

	static Failure streamFailure(String... events) {
		try {
			chunks(events);
		}
		catch (FailureException ex) {
			return ex.failure();
		}
		throw new AssertionError("no failure");
	}

	private static WireReply reply(int status, String body) {
		return new WireReply(status, new HttpHeaders(), body.getBytes(StandardCharsets.UTF_8));
	}

}
