package dev.litellm.samples.quickstart;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientException;

import dev.litellm.call.Secret;
import dev.litellm.provider.Auth;

/**
 * The models that a server lists at {@code /models}.
 */
final class ModelList {

	private static final Pattern NO_CHAT = Pattern
		.compile("(?i).*(embed|whisper|tts|dall-e|image|moderation|rerank|audio|realtime|transcribe|speech).*");

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private ModelList() {
	}

	static List<String> of(String baseUrl, Auth auth, @Nullable String key) {
		String url = baseUrl.replaceAll("/+$", "") + "/models";
		try {
			JsonNode body = WebClient.builder()
				.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(16 * 1024 * 1024))
				.build()
				.get()
				.uri(url)
				.headers((headers) -> {
					if (key != null) {
						headers.set(auth.header(), auth.value(Secret.of(key)));
					}
				})
				.retrieve()
				.bodyToMono(JsonNode.class)
				.block(PATIENCE);
			List<String> models = (body != null) ? body.path("data")
				.valueStream()
				.map((model) -> model.path("id").asString(""))
				.filter((id) -> !id.isEmpty() && !NO_CHAT.matcher(id).matches())
				.toList() : List.of();
			if (!models.isEmpty()) {
				return models;
			}
			throw new NoModelsException(url, "the answer holds none that can chat", null);
		}
		catch (WebClientException ex) {
			throw new NoModelsException(url, String.valueOf(ex.getMessage()), ex);
		}
	}

}
