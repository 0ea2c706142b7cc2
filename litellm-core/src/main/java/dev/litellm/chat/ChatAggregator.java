package dev.litellm.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.CallInfo;
import dev.litellm.json.Members;

/**
 * Rebuilder of a whole answer from its chunks; not thread-safe.
 *
 * @since 0.1.0
 */
public final class ChatAggregator {

	private @Nullable String id;

	private long created;

	private @Nullable String model;

	private final Map<Integer, ChoiceBuilder> choices = new TreeMap<>();

	private @Nullable Usage usage;

	private final Map<String, @Nullable Object> extra = new Members();

	/**
	 * Take the next chunk.
	 * @param chunk the chunk
	 * @return this
	 */
	public ChatAggregator add(ChatChunk chunk) {
		this.id = (this.id != null && !this.id.isEmpty()) ? this.id : chunk.id();
		this.created = (this.created != 0) ? this.created : chunk.created();
		this.model = (this.model != null && !this.model.isEmpty()) ? this.model : chunk.model();
		for (ChunkChoice choice : chunk.choices()) {
			this.choices.computeIfAbsent(choice.index(), (index) -> new ChoiceBuilder()).add(choice);
		}
		if (chunk.usage() != null) {
			this.usage = chunk.usage();
		}
		if (!chunk.extra().isEmpty()) {
			this.extra.putAll(chunk.extra());
			this.extra.remove("obfuscation");
		}
		return this;
	}

	/**
	 * Return whether nothing has come yet.
	 * @return true before the first chunk with a choice
	 */
	public boolean isEmpty() {
		return this.choices.isEmpty();
	}

	/**
	 * Return the answer as far as it has come.
	 * @return the answer
	 */
	public ChatResponse response() {
		List<Choice> built = new ArrayList<>(this.choices.size());
		this.choices.forEach((index, choice) -> built.add(choice.build(index)));
		Map<String, @Nullable Object> rest = new Members(this.extra);
		String fingerprint = (rest.remove("system_fingerprint") instanceof String text) ? text : null;
		String tier = (rest.remove("service_tier") instanceof String text) ? text : null;
		return new ChatResponse(this.id, this.created, this.model, built, this.usage, fingerprint, tier, rest,
				CallInfo.empty());
	}

}
