package dev.litellm.dialect.gemini;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ThinkingBlock;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.JoinedText;
import dev.litellm.dialect.ToolCalls;
import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.Values;

/**
 * What the parts of a candidate come to, of a whole answer or of one event.
 */
final class Pieces {

	private final JoinedText text = new JoinedText();

	private final JoinedText reasoning = new JoinedText();

	private List<ThinkingBlock> thinking = List.of();

	private List<ToolCall> calls = List.of();

	private List<Object> images = List.of();

	private List<String> audio = List.of();

	private List<Object> own = List.of();

	private List<Object> signatures = List.of();

	private final boolean indexed;

	private int nextCall;

	private int nextImage;

	/**
	 * Create an empty collection.
	 * @param indexed whether calls tell their place, as in a stream
	 * @param nextCall the place of the next call
	 * @param nextImage the place of the next image
	 */
	Pieces(boolean indexed, int nextCall, int nextImage) {
		this.indexed = indexed;
		this.nextCall = nextCall;
		this.nextImage = nextImage;
	}

	void add(Map<?, ?> part) {
		String signature = Values.text(part.get("thoughtSignature"));
		if (signature != null) {
			this.signatures = with(this.signatures, signature);
		}
		if (part.get("text") instanceof String said) {
			addText(said, Boolean.TRUE.equals(part.get("thought")), signature);
		}
		else if (part.get("functionCall") instanceof Map<?, ?> call) {
			Object args = call.get("args");
			addCall(Values.text(call.get("id")), Values.text(call.get("name")), (args != null) ? args : Map.of(),
					signature);
		}
		else if (part.get("inlineData") instanceof Map<?, ?> data) {
			addData(String.valueOf(data.get("mimeType")), String.valueOf(data.get("data")));
		}
		else if (!part.isEmpty() && !(part.size() == 1 && signature != null)) {
			this.own = with(this.own, part);
		}
	}

	void addText(String said) {
		this.text.add(said);
	}

	private void addText(String said, boolean thought, @Nullable String signature) {
		if (!thought) {
			this.text.add(said);
			return;
		}
		this.reasoning.add(said);
		this.thinking = with(this.thinking, new ThinkingBlock("thinking", said, signature, Map.of()));
	}

	void addCall(@Nullable String id, @Nullable String name, Object args, @Nullable String signature) {
		String own = (id != null && !id.isEmpty()) ? id : ToolCalls.newId();
		Map<String, @Nullable Object> extra = (signature == null) ? Map.of()
				: Map.of(Calls.FIELDS, Map.of(Calls.SIGNATURE, signature));
		this.calls = with(this.calls, new ToolCall(this.indexed ? this.nextCall : null, own, "function",
				(name != null) ? name : "", Json.text(args), extra));
		this.nextCall++;
	}

	private void addData(String type, String data) {
		if (type.startsWith("audio/")) {
			this.audio = with(this.audio, data);
			return;
		}
		String url = "data:" + type + ";base64," + data;
		if (!type.startsWith("image/")) {
			this.text.add(url);
			return;
		}
		Map<String, @Nullable Object> image = new Members();
		image.put("image_url", Map.of("url", url, "detail", "auto"));
		image.put("index", this.nextImage++);
		image.put("type", "image_url");
		this.images = with(this.images, image);
	}

	String text() {
		return this.text.toString();
	}

	@Nullable String reasoning() {
		return this.thinking.isEmpty() ? null : this.reasoning.toString();
	}

	List<ThinkingBlock> thinking() {
		return this.thinking;
	}

	List<ToolCall> calls() {
		return this.calls;
	}

	int nextCall() {
		return this.nextCall;
	}

	int nextImage() {
		return this.nextImage;
	}

	/**
	 * Return what OpenAI's shape has no members of its own for.
	 * @return further members of the message
	 */
	Map<String, @Nullable Object> extra() {
		Map<String, @Nullable Object> extra = new Members();
		if (!this.images.isEmpty()) {
			extra.put("images", this.images);
		}
		if (!this.audio.isEmpty()) {
			Map<String, @Nullable Object> sound = new Members();
			sound.put("data", join(this.audio));
			sound.put("transcript", "");
			extra.put("audio", sound);
		}
		if (!this.signatures.isEmpty() || !this.own.isEmpty()) {
			extra.put(Calls.FIELDS, fields());
		}
		return extra;
	}

	private Map<String, @Nullable Object> fields() {
		Map<String, @Nullable Object> fields = new Members();
		if (!this.signatures.isEmpty()) {
			fields.put(Contents.SIGNATURES, this.signatures);
		}
		if (!this.own.isEmpty()) {
			fields.put(Contents.OWN_PARTS, this.own);
		}
		return fields;
	}

	/** Most answers have nothing of a kind, so that there is no list for it. */
	private static <T> List<T> with(List<T> items, T item) {
		List<T> all = items.isEmpty() ? new ArrayList<>() : items;
		all.add(item);
		return all;
	}

	/** Sound in several parts is one sound. */
	private static String join(List<String> parts) {
		if (parts.size() == 1) {
			return parts.get(0);
		}
		StringBuilder joined = new StringBuilder();
		try {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			parts.forEach((part) -> bytes.writeBytes(Base64.getDecoder().decode(part)));
			joined.append(Base64.getEncoder().encodeToString(bytes.toByteArray()));
		}
		catch (IllegalArgumentException ex) {
			parts.forEach(joined::append);
		}
		return joined.toString();
	}

}
