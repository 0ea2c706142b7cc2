package dev.litellm.dialect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import dev.litellm.LlmClient;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.Message;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.LlmException;
import dev.litellm.provider.Provider;
import dev.litellm.transport.Playback;
import dev.litellm.transport.WireRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that every provider is sent what is odd in a request as JSON, or refuses it with
 * a reason; whatever a request holds, nothing else comes of it.
 */
class RequestRobustnessTests {

	/** Models by whose names providers with several formats tell which one is meant. */
	private static final List<String> MODELS = List.of("a-model", "gpt-4o", "gpt-5-pro", "o3", "gemini-3-flash",
			"claude-sonnet-4-5", "anthropic.claude-sonnet-4-5-20250929-v1:0", "amazon.nova-pro-v1:0",
			"mistral.mistral-large-2407-v1:0", "meta.llama3-3-70b-instruct-v1:0", "invoke/anthropic.claude-v2",
			"invoke/amazon.nova-pro-v1:0", "invoke/meta.llama3-8b-instruct-v1:0", "invoke/cohere.command-r-v1:0",
			"invoke/ai21.jamba-1-5-large-v1:0", "invoke/mistral.mistral-7b-instruct-v0:2",
			"invoke/amazon.titan-text-express-v1", "invoke/deepseek.r1-v1:0",
			"openai/arn:aws:bedrock:us-east-1:1:imported-model/m", "chat_completions/openai.gpt-oss-120b",
			"mistral-large-2411", "codestral-2501", "jamba-1.5", "meta/llama-3.3-70b-instruct-maas", "1234567890",
			"openai/1234567890", "deployment/d1", "a.b.c", "cohere.command-r-plus", "meta.llama-3.3-70b-instruct",
			"novita/meta/llama");

	private static final Set<ErrorKind> REFUSALS = Set.of(ErrorKind.BAD_REQUEST, ErrorKind.UNSUPPORTED_PARAMS);

	private static final List<String> REQUESTS = OddRequests.all();

	private static final JsonMapper JSON = JsonMapper.shared();

	/** How many of the requests a model gets whose format another has tried with all. */
	private static final int SHARE = 16;

	static Stream<Arguments> shares() {
		Set<String> tried = new HashSet<>();
		return models().map((model) -> {
			String provider = model.substring(0, model.indexOf('/'));
			boolean first = tried.add(Offline.provider(provider).of(model.substring(provider.length() + 1)).dialect());
			return Arguments.of(model, first ? 1 : SHARE);
		});
	}

	static Stream<String> models() {
		return Offline.providers()
			.filter((provider) -> provider.endpoints().contains("chat"))
			.flatMap(RequestRobustnessTests::models);
	}

	/** One model for each way that the provider is asked in. */
	private static Stream<String> models(Provider provider) {
		Map<Provider, String> models = new LinkedHashMap<>();
		MODELS.forEach((model) -> models.putIfAbsent(provider.of(model), model));
		return models.values().stream().map((model) -> provider.name() + "/" + model);
	}

	@ParameterizedTest
	@MethodSource("shares")
	void isSentOrRefusedWhateverIsAsked(String model, int step) {
		Playback network = new Playback();
		LlmClient client = Offline.client(network);
		List<String> unexpected = new ArrayList<>();
		for (int i = Math.floorMod(model.hashCode(), step); i < REQUESTS.size(); i += step) {
			ChatRequest request = read(model, REQUESTS.get(i));
			String problem = (request != null) ? problem(client, network, request, (i / step) % 2 == 0) : null;
			if (problem != null) {
				unexpected.add(REQUESTS.get(i) + " → " + problem);
			}
		}
		assertThat(unexpected).isEmpty();
	}

	private static ChatRequest read(String model, String members) {
		try {
			return ChatRequest.fromJson("{\"model\":\"" + model + "\"," + members + "}");
		}
		catch (IllegalArgumentException ex) {
			assertThat(ex).hasMessageContaining(" ");
			return null;
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "a b", "é/ü", "a%b", "../x", "a?b=c#d", "a:b@c", "{x}", "\"a\\", "<a>|^`" })
	void isSentOrRefusedWhateverTheModelIsCalled(String name) {
		Playback network = new Playback();
		LlmClient client = Offline.client(network);
		List<String> unexpected = new ArrayList<>();
		Stream.concat(models(), Stream.of("huggingface/novita/meta/llama"))
			.map((model) -> model + name)
			.forEach((model) -> {
				ChatRequest request = ChatRequest.builder(model).messages(Message.user("Hi")).build();
				String problem = problem(client, network, request, true);
				if (problem != null) {
					unexpected.add(model + " → " + problem);
				}
			});
		assertThat(unexpected).isEmpty();
	}

	private static String problem(LlmClient client, Playback network, ChatRequest request, boolean stream) {
		network.clear();
		try {
			if (stream) {
				client.completionStream(request).blockLast();
			}
			else {
				client.completion(request);
			}
			return "answered without a network";
		}
		catch (LlmException ex) {
			String message = ex.failure().message();
			boolean refused = REFUSALS.contains(ex.kind()) && ex.failure().cause() == null && message.contains(" ");
			boolean sent = ex.kind() == ErrorKind.CONNECTION
					&& network.requests().stream().allMatch(RequestRobustnessTests::isJson);
			return (refused || sent) ? null : ex.getMessage();
		}
		catch (RuntimeException | StackOverflowError ex) {
			return ex.toString();
		}
	}

	private static boolean isJson(WireRequest request) {
		try {
			return !"application/json".equals(request.headers().get("Content-Type"))
					|| JSON.readTree(request.body().bytes()).isObject();
		}
		catch (JacksonException ex) {
			return false;
		}
	}

}
