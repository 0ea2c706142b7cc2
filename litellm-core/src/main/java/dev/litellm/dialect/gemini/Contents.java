package dev.litellm.dialect.gemini;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.Target;
import dev.litellm.json.Members;
import dev.litellm.json.Values;
import dev.litellm.provider.ModelFacts;

/**
 * A conversation as Gemini takes it: an instruction, then contents of user and model in
 * which what stands together is one content.
 */
final class Contents {

	/** Where a message keeps the parts that OpenAI's shape has no room for. */
	static final String OWN_PARTS = "gemini_parts";

	static final String SIGNATURES = "thought_signatures";

	private final Target target;

	private final ModelFacts facts;

	private final Parts parts;

	private final Calls calls;

	private final List<Map<String, @Nullable Object>> instruction = new ArrayList<>(1);

	private final List<Map<String, @Nullable Object>> contents = new ArrayList<>();

	private List<Map<String, @Nullable Object>> open = new ArrayList<>(0);

	/** Who speaks in the open content; results of tools are a speaker of their own. */
	private String speaker = "";

	private boolean marked;

	Contents(Target target, ModelFacts facts, Parts parts) {
		this.target = target;
		this.facts = facts;
		this.parts = parts;
		this.calls = new Calls(parts, facts.has("call-ids"), facts.has("signed-calls"));
	}

	void add(List<Message> messages) {
		for (Message message : messages) {
			this.marked |= isMarked(message);
			switch (message.role()) {
				case "system", "developer" -> addSystem(message);
				case "assistant" -> addAssistant(message);
				case "tool", "function" -> {
					turn("tool");
					this.open.add(this.calls.result(message));
				}
				default -> addUser(message);
			}
		}
		if (this.contents.isEmpty()) {
			turn("user");
			this.open.add(Parts.text("."));
			this.target.note("a user message of '.' was added: Gemini takes no conversation without one");
		}
		if (this.marked) {
			this.target.note("cache_control was left out: Gemini caches by itself; give cached_content for a cache"
					+ " that you have made");
		}
	}

	List<Map<String, @Nullable Object>> instruction() {
		return this.instruction;
	}

	List<Map<String, @Nullable Object>> contents() {
		return this.contents;
	}

	private void turn(String speaker) {
		if (this.speaker.equals(speaker)) {
			return;
		}
		this.speaker = speaker;
		this.open = new ArrayList<>(2);
		Map<String, @Nullable Object> content = new Members();
		content.put("role", speaker.equals("tool") ? "user" : speaker);
		content.put("parts", this.open);
		this.contents.add(content);
	}

	private void addSystem(Message message) {
		if (message.text().isEmpty()) {
			return;
		}
		if (this.facts.has("no-system")) {
			turn("user");
			this.open.add(Parts.text(message.text()));
		}
		else {
			this.instruction.add(Parts.text(message.text()));
		}
	}

	private void addUser(Message message) {
		turn("user");
		add(message, this.open);
		if (!saysSomething()) {
			this.open.add(Parts.text(message.parts().isEmpty() ? "" : " "));
		}
	}

	private boolean saysSomething() {
		for (int i = 0; i < this.open.size(); i++) {
			if (this.open.get(i).containsKey("text")) {
				return true;
			}
		}
		return false;
	}

	private static boolean isMarked(Message message) {
		for (ContentPart part : message.parts()) {
			if (part.extra().containsKey("cache_control")) {
				return true;
			}
		}
		return message.extra().containsKey("cache_control");
	}

	private void add(Message message, List<Map<String, @Nullable Object>> content) {
		if (message.content() != null && !message.content().isEmpty()) {
			content.add(Parts.text(message.content()));
		}
		for (ContentPart part : message.parts()) {
			Map<String, @Nullable Object> wire = this.parts.of(part);
			if (wire != null) {
				content.add(wire);
			}
		}
	}

	private void addAssistant(Message message) {
		List<?> signatures = Values.items(fields(message).get(SIGNATURES));
		List<Map<String, @Nullable Object>> content = new ArrayList<>(2);
		if (message.reasoningContent() != null && !message.reasoningContent().isEmpty()) {
			content.add(thought(message, signatures));
		}
		Values.items(fields(message).get(OWN_PARTS)).forEach((part) -> own(part, content));
		List<Map<String, @Nullable Object>> said = new ArrayList<>(2);
		add(message, said);
		sign(said, signatures, message.toolCalls());
		content.addAll(said);
		for (Object image : Values.items(message.extra().get("images"))) {
			if (image instanceof Map<?, ?> fields && fields.get("image_url") instanceof Map<?, ?> url
					&& url.get("url") instanceof String text) {
				content.add(this.parts.of(ContentPart.image(text)));
			}
		}
		content.addAll(this.calls.of(message));
		if (!content.isEmpty()) {
			turn("model");
			this.open.addAll(content);
		}
	}

	private static Map<?, ?> fields(Message message) {
		return (message.extra().get(Calls.FIELDS) instanceof Map<?, ?> fields) ? fields : Map.of();
	}

	private static void own(@Nullable Object part, List<Map<String, @Nullable Object>> content) {
		if (part instanceof Map<?, ?> fields) {
			Map<String, @Nullable Object> copy = new Members();
			fields.forEach((name, value) -> copy.put(String.valueOf(name), value));
			content.add(copy);
		}
	}

	/**
	 * A thought; of signatures only Gemini's own go back, another provider's would be
	 * refused.
	 */
	private static Map<String, @Nullable Object> thought(Message message, List<?> signatures) {
		Map<String, @Nullable Object> thought = Parts.part("thought", true);
		thought.put("text", message.reasoningContent());
		message.thinkingBlocks()
			.stream()
			.filter((block) -> block.signature() != null && signatures.contains(block.signature()))
			.findFirst()
			.ifPresent((block) -> thought.put("thoughtSignature", block.signature()));
		return thought;
	}

	/** The signature of a text is the first that no call and no thought carries. */
	private static void sign(List<Map<String, @Nullable Object>> said, List<?> signatures, List<ToolCall> calls) {
		if (said.isEmpty() || signatures.isEmpty()) {
			return;
		}
		Object first = signatures.get(0);
		if (calls.stream().noneMatch((call) -> first.equals(Calls.signature(call)))) {
			said.get(0).put("thoughtSignature", first);
		}
	}

}
