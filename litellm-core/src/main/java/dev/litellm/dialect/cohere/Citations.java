package dev.litellm.dialect.cohere;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.json.Members;
import dev.litellm.json.Values;

/**
 * What an answer stands on: Cohere's citations, and OpenAI's annotations of them.
 */
final class Citations {

	private Citations() {
	}

	/**
	 * Return the members of a message that tell its citations.
	 * @param told Cohere's citations
	 * @param starts where in the whole text each part of the content begins
	 * @return {@code citations} as they are, to be sent back, and {@code annotations}
	 */
	static Map<String, @Nullable Object> of(List<?> told, List<Integer> starts) {
		List<Object> citations = new ArrayList<>();
		List<Object> annotations = new ArrayList<>();
		for (Object item : told) {
			if (item instanceof Map<?, ?> citation) {
				citations.add(citation);
				if (Values.text(citation.get("type"), "TEXT_CONTENT").equals("TEXT_CONTENT")) {
					annotate(citation, start(citation, starts), annotations);
				}
			}
		}
		Map<String, @Nullable Object> members = new Members();
		if (!citations.isEmpty()) {
			members.put("citations", citations);
		}
		if (!annotations.isEmpty()) {
			members.put("annotations", annotations);
		}
		return members;
	}

	private static long start(Map<?, ?> citation, List<Integer> starts) {
		long part = Values.number(citation.get("content_index"));
		return (part >= 0 && part < starts.size()) ? starts.get((int) part) : 0;
	}

	private static void annotate(Map<?, ?> citation, long start, List<Object> annotations) {
		for (Object item : Values.items(citation.get("sources"))) {
			Map<?, ?> source = Values.fields(item);
			boolean tool = "tool".equals(source.get("type"));
			Map<?, ?> content = Values.fields(source.get(tool ? "tool_output" : "document"));
			String url = Values.text(content.get("url"));
			if (tool && url == null) {
				continue;
			}
			Map<String, @Nullable Object> place = new Members();
			place.put("start_index", start + Values.number(citation.get("start")));
			place.put("end_index", start + Values.number(citation.get("end")));
			place.put("title", Values.text(content.get("title"), ""));
			place.put("url", (url != null) ? url : "source:" + source.get("id"));
			Map<String, @Nullable Object> annotation = Values.object("type", "url_citation");
			annotation.put("url_citation", place);
			annotations.add(annotation);
		}
	}

}
