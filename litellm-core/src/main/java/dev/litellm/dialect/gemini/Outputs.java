package dev.litellm.dialect.gemini;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.json.Members;

/**
 * The form of answers as Gemini takes it: kinds of output, a voice, a schema.
 */
final class Outputs {

	private Outputs() {
	}

	static void modalities(Object value, Map<String, @Nullable Object> config) {
		List<?> words = (value instanceof List<?> items) ? items : List.of(value);
		config.put("responseModalities",
				words.stream().map((word) -> String.valueOf(word).toUpperCase(Locale.ROOT)).toList());
	}

	static void audio(Object value, Map<String, @Nullable Object> config) {
		Map<?, ?> audio = (value instanceof Map<?, ?> fields) ? fields : Map.of();
		Object format = audio.get("format");
		if (format != null && !format.equals("pcm16")) {
			throw Parts.refused("'audio.format' is '" + format + "', but Gemini speaks pcm16 only: give that");
		}
		Map<String, @Nullable Object> speech = new Members();
		if (audio.get("voice") != null) {
			speech.put("voiceConfig", Map.of("prebuiltVoiceConfig", Map.of("voiceName", audio.get("voice"))));
		}
		if (audio.get("language_code") != null) {
			speech.put("languageCode", audio.get("language_code"));
		}
		config.put("speechConfig", speech);
		config.putIfAbsent("responseModalities", List.of("AUDIO"));
	}

	/**
	 * Hold the answer to a form.
	 * @param format the {@code response_format}
	 * @param maps whether maps are asked, beside which schemas stand elsewhere
	 * @param old whether the model takes schemas of Gemini's own kind only
	 * @param config what is added to
	 */
	static void format(Map<?, ?> format, boolean maps, boolean old, Map<String, @Nullable Object> config) {
		Object schema = (format.get("json_schema") instanceof Map<?, ?> named) ? named.get("schema")
				: format.get("response_schema");
		if (schema != null && maps) {
			config.put("responseFormat", Map.of("text", Map.of("mimeType", "APPLICATION_JSON", "schema", schema)));
			return;
		}
		config.put("response_mime_type", "text".equals(format.get("type")) ? "text/plain" : "application/json");
		if (schema instanceof Map<?, ?> fields && old) {
			config.put("response_schema", new Schema(fields, true));
		}
		else if (schema != null) {
			config.put("response_json_schema", schema);
		}
	}

}
