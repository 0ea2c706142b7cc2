package dev.litellm.dialect.openai.responses;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.Message;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.JoinedText;
import dev.litellm.json.Members;
import dev.litellm.json.Values;

/**
 * What a model has said, item by item. Not thread-safe.
 */
final class Output {

	/** What stands between the parts of a summary. */
	static final String PARAGRAPH = "\n\n";

	private final List<OutputItem> items;

	private final JoinedText text = new JoinedText();

	private final JoinedText reasoning = new JoinedText();

	private final List<ToolCall> calls = new ArrayList<>(0);

	private final List<@Nullable Object> annotations = new ArrayList<>(0);

	private final List<@Nullable Object> logprobs = new ArrayList<>(0);

	private final List<Object> images = new ArrayList<>(0);

	private @Nullable String refusal;

	private boolean keeps;

	/** The items as they came, where some go back with the next turn. */
	private List<?> own = List.of();

	Output(List<OutputItem> items) {
		this.items = items;
		items.forEach(this::add);
	}

	private void add(OutputItem item) {
		switch (item.type) {
			case "message" -> item.content.forEach(this::addPart);
			case "reasoning" -> {
				addReasoning(item.content, "");
				addReasoning(item.summary, PARAGRAPH);
			}
			default -> {
				if (item.isCall()) {
					this.calls.add(item.call());
				}
				addImage(item.picture());
			}
		}
		this.keeps |= item.isKept();
	}

	private void addPart(OutputPart part) {
		switch (part.type()) {
			case "output_text", "text" -> {
				for (Object one : part.annotations()) {
					this.annotations.add(annotation(Values.fields(one), this.text.length()));
				}
				this.logprobs.addAll(part.logprobs());
				this.text.add(part.text());
			}
			case "refusal" -> this.refusal = ((this.refusal != null) ? this.refusal : "") + part.text();
			default -> {
			}
		}
	}

	private static Map<String, @Nullable Object> annotation(Map<?, ?> flat, int offset) {
		String type = Values.text(flat.get("type"), "");
		Map<String, @Nullable Object> fields = Values.copy(flat);
		fields.remove("type");
		fields.replaceAll((name, value) -> (name.endsWith("_index") && value instanceof Number place)
				? (Object) (place.longValue() + offset) : value);
		return new Members(2).add("type", type).add(type, fields);
	}

	private void addReasoning(List<OutputPart> parts, String between) {
		for (OutputPart part : parts) {
			this.reasoning.add(this.reasoning.isEmpty() ? "" : between);
			this.reasoning.add(part.text());
		}
	}

	private void addImage(@Nullable String url) {
		if (url != null) {
			this.images.add(new Members(3).add("type", "image_url")
				.add("index", this.images.size())
				.add("image_url", Values.object("url", url)));
		}
	}

	/**
	 * Return whether items go back with the next turn as they came.
	 * @return true if they are to be {@linkplain #keep kept}
	 */
	boolean keeps() {
		return this.keeps;
	}

	/**
	 * Keep the items that go back, and with them those that stand between: all but
	 * reasoning that nobody stores.
	 * @param all all items as they came
	 */
	void keep(List<?> all) {
		List<@Nullable Object> kept = new ArrayList<>(all.size());
		for (int i = 0; i < this.items.size(); i++) {
			if (this.items.get(i).isKept() || !this.items.get(i).type.equals("reasoning")) {
				kept.add(all.get(i));
			}
		}
		this.own = kept;
	}

	boolean isEmpty() {
		return this.items.isEmpty();
	}

	boolean hasCalls() {
		return !this.calls.isEmpty();
	}

	Message message() {
		return new Message("assistant", (this.text.isEmpty() && hasCalls()) ? null : this.text.toString(), List.of(),
				this.reasoning.orNull(), List.of(), this.calls, null, null, messageExtra());
	}

	/**
	 * Return what the message has beside its texts and calls.
	 * @return members by name
	 */
	Map<String, @Nullable Object> messageExtra() {
		Members extra = new Members();
		if (this.refusal != null) {
			extra.add("refusal", this.refusal);
		}
		if (!this.annotations.isEmpty()) {
			extra.add("annotations", this.annotations);
		}
		if (!this.images.isEmpty()) {
			extra.add("images", this.images);
		}
		if (!this.own.isEmpty()) {
			extra.add("provider_specific_fields", Values.object(InputItems.OUTPUT, this.own));
		}
		return extra;
	}

	Map<String, @Nullable Object> choiceExtra() {
		return this.logprobs.isEmpty() ? Map.of() : Map.of("logprobs", Values.object("content", this.logprobs));
	}

}
