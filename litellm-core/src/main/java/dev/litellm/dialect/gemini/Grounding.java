package dev.litellm.dialect.gemini;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.json.Members;
import dev.litellm.json.Values;

/**
 * What an answer stands on, as OpenAI's annotations.
 */
final class Grounding {

	private Grounding() {
	}

	/**
	 * Return a citation for each source of each supported piece of a text.
	 * @param metadata the {@code groundingMetadata}
	 * @param text the whole text, whose UTF-8 bytes Gemini counts
	 * @return the annotations, whose places count characters
	 */
	static List<Object> annotations(@Nullable Object metadata, CharSequence text) {
		if (!(metadata instanceof Map<?, ?> fields) || !(fields.get("groundingChunks") instanceof List<?> chunks)
				|| !(fields.get("groundingSupports") instanceof List<?> supports)) {
			return List.of();
		}
		List<Object> annotations = new ArrayList<>();
		byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
		for (Object item : supports) {
			Map<?, ?> support = Values.fields(item);
			Map<?, ?> segment = Values.fields(support.get("segment"));
			for (Object index : Values.items(support.get("groundingChunkIndices"))) {
				int place = (index instanceof Number number) ? number.intValue() : -1;
				if (place >= 0 && place < chunks.size() && chunks.get(place) instanceof Map<?, ?> chunk) {
					annotations.add(citation(chunk, place(bytes, segment.get("startIndex")),
							place(bytes, segment.get("endIndex"))));
				}
			}
		}
		return annotations;
	}

	private static int place(byte[] bytes, @Nullable Object offset) {
		int count = (offset instanceof Number number) ? Math.max(0, Math.min(number.intValue(), bytes.length)) : 0;
		return new String(bytes, 0, count, StandardCharsets.UTF_8).length();
	}

	private static Map<String, @Nullable Object> citation(Map<?, ?> chunk, int start, int end) {
		Map<?, ?> source = Map.of();
		for (String kind : List.of("web", "retrievedContext", "maps")) {
			source = (chunk.get(kind) instanceof Map<?, ?> fields) ? fields : source;
		}
		Map<String, @Nullable Object> citation = new Members();
		citation.put("url", source.get("uri"));
		citation.put("title", source.get("title"));
		citation.put("start_index", start);
		citation.put("end_index", end);
		Map<String, @Nullable Object> annotation = new Members();
		annotation.put("type", "url_citation");
		annotation.put("url_citation", citation);
		return annotation;
	}

	/**
	 * Return how many searches were made.
	 * @param metadata the {@code groundingMetadata}
	 * @return the number
	 */
	static int searches(@Nullable Object metadata) {
		return (metadata instanceof Map<?, ?> fields && fields.get("webSearchQueries") instanceof List<?> queries)
				? queries.size() : 0;
	}

	/**
	 * Return whether Google's search or maps were asked.
	 * @param metadata the {@code groundingMetadata}
	 * @return false for pages that were only read
	 */
	static boolean isSearched(@Nullable Object metadata) {
		return metadata instanceof Map<?, ?> fields && (searches(metadata) > 0 || fields.get("searchEntryPoint") != null
				|| fields.get("googleMapsWidgetContextToken") != null);
	}

}
