package dev.litellm.dialect.bedrock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.json.Members;
import dev.litellm.json.Values;

/**
 * Sources of an answer: OpenAI's annotations for those with an address, and all of them
 * as Bedrock tells them.
 */
final class Citations {

	private final List<Object> annotations = new ArrayList<>();

	private final List<Object> own = new ArrayList<>();

	/** Where the text begins that the next source is for. */
	private int begin;

	/** Where the text ends that the last source is for. */
	private int end;

	/**
	 * Add a source.
	 * @param told the source
	 * @param place how long the text is that stands before it
	 */
	void add(@Nullable Object told, int place) {
		if (!(told instanceof Map<?, ?> citation)) {
			return;
		}
		if (place > this.end) {
			this.begin = this.end;
			this.end = place;
		}
		this.own.add(citation);
		Map<?, ?> location = Values.fields(citation.get("location"));
		Map<?, ?> web = Values.fields(location.get("web"));
		Object url = web.get("url");
		Object title = (citation.get("title") != null) ? citation.get("title") : web.get("domain");
		if (url == null && location.get("searchResultLocation") != null) {
			url = citation.get("source");
		}
		if (url != null) {
			Map<String, @Nullable Object> source = new Members();
			source.put("url", url);
			source.put("title", title);
			source.put("start_index", this.begin);
			source.put("end_index", this.end);
			Map<String, @Nullable Object> annotation = Values.object("type", "url_citation");
			annotation.put("url_citation", source);
			this.annotations.add(annotation);
		}
	}

	/**
	 * Return the members of a message that hold the sources.
	 * @return the members, none where there are no sources
	 */
	Map<String, @Nullable Object> extra() {
		Map<String, @Nullable Object> extra = new Members();
		if (!this.annotations.isEmpty()) {
			extra.put("annotations", List.copyOf(this.annotations));
		}
		if (!this.own.isEmpty()) {
			extra.put(AnswerReader.OWN, Map.of("citations", List.copyOf(this.own)));
		}
		return extra;
	}

	/**
	 * Return the members for what was added since the last time.
	 * @return the members
	 */
	Map<String, @Nullable Object> next() {
		Map<String, @Nullable Object> extra = extra();
		this.annotations.clear();
		this.own.clear();
		return extra;
	}

}
