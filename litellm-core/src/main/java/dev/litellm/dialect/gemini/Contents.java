package dev.litellm.dialect.gemini;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.chat.ThinkingBlock;
import dev.litellm.dialect.Target;
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

	private final List<Object> instruction = new ArrayList<>(0);

	private final List<Content> contents = new ArrayList<>(4);

	private List<Object> open = List.of();

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
				case "tool", "function" -> put("tool", this.calls.result(message));
				default -> addUser(message);
			}
		}
		if (this.contents.isEmpty()) {
			put("user", Part.text("."));
			this.target.note("a user message of '.' was added: Gemini takes no conversation without one");
		}
		if (this.marked) {
			this.target.note("cache_control was left out: Gemini caches by itself; give cached_content for a cache"
					+ " that you have made");
		}
	}

	/**
	 * Return the instruction.
	 * @return the instruction, or null where there is none
	 */
	@Nullable Content instruction() {
		return this.instruction.isEmpty() ? null : new Content(null, this.instruction);
	}

	List<Content> contents() {
		return this.contents;
	}

	private void turn(String speaker) {
		if (!this.speaker.equals(speaker)) {
			this.speaker = speaker;
			this.open = new ArrayList<>(2);
			this.contents.add(new Content(speaker.equals("tool") ? "user" : speaker, this.open));
		}
	}

	private void put(String speaker, Object part) {
		turn(speaker);
		this.open.add(part);
	}

	private void addSystem(Message message) {
		if (message.text().isEmpty()) {
			return;
		}
		if (this.facts.has("no-system")) {
			put("user", Part.text(message.text()));
		}
		else {
			this.instruction.add(Part.text(message.text()));
		}
	}

	private void addUser(Message message) {
		turn("user");
		say("user", message, null);
		if (!saysSomething()) {
			this.open.add(Part.text(message.parts().isEmpty() ? "" : " "));
		}
	}

	private boolean saysSomething() {
		for (int i = 0; i < this.open.size(); i++) {
			if (this.open.get(i) instanceof Part part && part.isText()) {
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

	private void say(String speaker, Message message, @Nullable String signature) {
		String left = signature;
		if (message.content() != null && !message.content().isEmpty()) {
			put(speaker, Part.text(message.content()).signed(left));
			left = null;
		}
		for (ContentPart part : message.parts()) {
			Part wire = this.parts.of(part);
			if (wire != null) {
				put(speaker, wire.signed(left));
				left = null;
			}
		}
	}

	private void addAssistant(Message message) {
		Map<?, ?> fields = Values.fields(message.extra().get(Calls.FIELDS));
		List<?> signatures = Values.items(fields.get(SIGNATURES));
		if (!reasoning(message).isEmpty()) {
			put("model", Part.thought(reasoning(message)).signed(ofThought(message, signatures)));
		}
		for (Object own : Values.items(fields.get(OWN_PARTS))) {
			if (own instanceof Map<?, ?>) {
				put("model", own);
			}
		}
		say("model", message, signatures.isEmpty() ? null : ofText(message, fields));
		for (Object item : Values.items(message.extra().get("images"))) {
			Map<?, ?> image = Values.fields(item);
			Part wire = (Values.fields(image.get("image_url")).get("url") instanceof String url)
					? this.parts.of(ContentPart.image(url)) : null;
			if (wire != null) {
				put("model", Image.part(wire, image));
			}
		}
		this.calls.add(message, (call) -> put("model", call));
	}

	private static String reasoning(Message message) {
		return (message.reasoningContent() != null) ? message.reasoningContent() : "";
	}

	/** Of signatures only Gemini's own go back, another provider's would be refused. */
	private static @Nullable String ofThought(Message message, List<?> signatures) {
		for (ThinkingBlock block : message.thinkingBlocks()) {
			if (block.signature() != null && signatures.contains(block.signature())) {
				return block.signature();
			}
		}
		return null;
	}

	/** The signature of a text is the first that nothing else carries. */
	private static @Nullable String ofText(Message message, Map<?, ?> fields) {
		Set<@Nullable String> carried = new HashSet<>();
		if (!reasoning(message).isEmpty()) {
			message.thinkingBlocks().forEach((block) -> carried.add(block.signature()));
		}
		for (Object own : Values.items(fields.get(OWN_PARTS))) {
			carried.add(Values.text(Values.fields(own).get(Part.SIGNATURE)));
		}
		for (Object image : Values.items(message.extra().get("images"))) {
			carried.add(Image.signature(Values.fields(image)));
		}
		message.toolCalls().forEach((call) -> carried.add(Calls.signature(call)));
		for (Object signature : Values.items(fields.get(SIGNATURES))) {
			if (signature instanceof String text && !carried.contains(text)) {
				return text;
			}
		}
		return null;
	}

}
