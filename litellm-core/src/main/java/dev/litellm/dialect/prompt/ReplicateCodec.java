package dev.litellm.dialect.prompt;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Message;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Step;
import dev.litellm.dialect.Target;
import dev.litellm.json.Members;
import dev.litellm.provider.ModelTable;
import dev.litellm.transport.Framing;
import dev.litellm.transport.WireBody;
import dev.litellm.transport.WireReply;
import dev.litellm.transport.WireRequest;

/**
 * Chats as Replicate's predictions. What runs there is stopped where nobody waits for it
 * any more.
 */
final class ReplicateCodec implements Codec<ChatRequest, ChatResponse, ChatChunk> {

	private static final Parameters PARAMETERS = new Parameters(
			Set.of("temperature", "top_p", "stop", "seed", "max_tokens", "max_completion_tokens"),
			Map.of("max_tokens", "max_new_tokens", "stop", "stop_sequences"));

	private static final String SYSTEM_PROMPT = "supports_system_prompt";

	private static final Pattern VERSION = Pattern.compile("(?:.*:)?([0-9a-f]{64})");

	private static final Duration FIRST_WAIT = Duration.ofMillis(250);

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

	private final Clock clock;

	private final ModelTable models;

	ReplicateCodec(Clock clock, ModelTable models) {
		this.clock = clock;
		this.models = models;
	}

	@Override
	public Step<ChatResponse> call(ChatRequest request, Target target) {
		return Step.attempt(() -> new Step.Ask<>(encode(request, target), (reply) -> Step.attempt(() -> {
			Prediction prediction = Prediction.of(reply);
			return prediction.isRunning() ? polled(prediction, target, Function.identity())
					: new Step.Answer<>(prediction.answer(now()));
		})));
	}

	@Override
	public Step<ChatChunk> stream(ChatRequest request, Target target) {
		return Step.attempt(() -> new Step.Ask<>(encode(request, target), (reply) -> Step.attempt(() -> {
			Prediction prediction = Prediction.of(reply);
			if (!prediction.isRunning()) {
				return new Step.Answer<>(ChatChunk.of(prediction.answer(now())));
			}
			URI stream = prediction.stream();
			return (stream != null) ? streamed(prediction, stream, target) : polled(prediction, target, ChatChunk::of);
		})));
	}

	private long now() {
		return this.clock.instant().getEpochSecond();
	}

	private <T> Step<T> polled(Prediction prediction, Target target, Function<ChatResponse, T> value) {
		return new Step.Running<>(stop(prediction, target), poll(prediction, target, FIRST_WAIT, value));
	}

	private <T> Step<T> poll(Prediction prediction, Target target, Duration wait, Function<ChatResponse, T> value) {
		WireRequest ask = WireRequest.get(uri(target, "/predictions/" + segment(prediction.id())), target.headers());
		return new Step.Wait<>(wait, () -> new Step.Ask<>(ask, (reply) -> Step.attempt(() -> {
			Prediction now = Prediction.of(reply);
			return now.isRunning() ? poll(prediction, target, longer(wait), value)
					: new Step.Answer<>(value.apply(now.answer(now())));
		})));
	}

	private static Duration longer(Duration wait) {
		Duration longer = wait.multipliedBy(3).dividedBy(2);
		return (longer.compareTo(LONGEST_WAIT) < 0) ? longer : LONGEST_WAIT;
	}

	/**
	 * The address of the stream is secret enough: the key goes to Replicate's API only.
	 */
	private Step<ChatChunk> streamed(Prediction prediction, URI stream, Target target) {
		WireRequest listen = WireRequest.get(stream,
				Map.of("Accept", Framing.SSE.mediaType(), "Cache-Control", "no-store"));
		return new Step.Running<>(stop(prediction, target),
				new Step.Listen<>(listen, Framing.SSE, () -> new ReplicateDecoder(prediction, now(), this::whole)));
	}

	private ChatResponse whole(WireReply reply) {
		return Prediction.of(reply).answer(now());
	}

	private static WireRequest stop(Prediction prediction, Target target) {
		return WireRequest.postJson(uri(target, "/predictions/" + segment(prediction.id()) + "/cancel"),
				target.headers(), WireBody.empty());
	}

	private WireRequest encode(ChatRequest request, Target target) {
		Map<String, @Nullable Object> parameters = PARAMETERS.of(request, target);
		boolean apart = Boolean.TRUE.equals(parameters.remove(SYSTEM_PROMPT));
		List<Message> messages = request.messages();
		Map<String, @Nullable Object> input = new Members();
		if (apart) {
			input.put("system_prompt",
					messages.stream()
						.filter(ReplicateCodec::isSystem)
						.map((message) -> Prompt.text(message, target))
						.collect(Collectors.joining("\n")));
			messages = messages.stream().filter((message) -> !isSystem(message)).toList();
		}
		input.put("prompt", Prompt.of(messages, target,
				this.models.facts(target.provider().name(), target.model()).text("prompt", "")));
		input.putAll(parameters);
		if (input.get("stop_sequences") instanceof List<?> stops) {
			input.put("stop_sequences", stops.stream().map(String::valueOf).collect(Collectors.joining(",")));
		}
		Map<String, @Nullable Object> body = new Members();
		Matcher version = VERSION.matcher(target.model());
		if (version.matches()) {
			body.put("version", version.group(1));
		}
		body.put("input", input);
		return WireRequest.postJson(uri(target, path(target.model())), target.headers(), WireBody.json(body));
	}

	private static boolean isSystem(Message message) {
		return Prompt.role(message).equals("system");
	}

	private static String path(String model) {
		if (VERSION.matcher(model).matches()) {
			return "/predictions";
		}
		String name = Stream.of(model.split("/")).map(ReplicateCodec::segment).collect(Collectors.joining("/"));
		return (name.startsWith("deployments/") ? "/" : "/models/") + name + "/predictions";
	}

	private static URI uri(Target target, String path) {
		return URI.create(target.baseUrl() + path);
	}

	private static String segment(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

}
