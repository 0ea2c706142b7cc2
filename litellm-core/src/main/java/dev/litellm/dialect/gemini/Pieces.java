package dev.litellm.dialect.gemini;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.chat.ThinkingBlock;
import dev.litellm.dialect.DataUrl;
import dev.litellm.dialect.JoinedText;
import dev.litellm.json.Base64Pieces;
import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.json.Tokens;

/**
 * What the parts of a candidate come to, of a whole answer or of one event.
 */
final class Pieces {

	private final JoinedText text = new JoinedText();

	private List<ThinkingBlock> thinking = List.of();

	private List<FunctionCall> calls = List.of();

	private List<Image> images = List.of();

	private List<String> audio = List.of();

	private List<Object> own = List.of();

	private List<Object> signatures = List.of();

	/**
	 * Read a content.
	 * @param parser stands on its start, and after the call on its end
	 */
	void read(JsonParser parser) {
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			if (name.equals("parts")) {
				Tokens.items(parser, this::readPart);
			}
			else {
				parser.skipChildren();
			}
		}
	}

	private void readPart(JsonParser parser) {
		String said = null;
		boolean thought = false;
		String signature = null;
		FunctionCall call = null;
		DataUrl data = null;
		Members others = null;
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			JsonToken token = parser.currentToken();
			if (token == JsonToken.VALUE_STRING && name.equals("text")) {
				said = parser.getString();
			}
			else if (token == JsonToken.VALUE_STRING && name.equals(Part.SIGNATURE)) {
				signature = parser.getString();
			}
			else if (token.isBoolean() && name.equals("thought")) {
				thought = token == JsonToken.VALUE_TRUE;
			}
			else if (token == JsonToken.START_OBJECT && name.equals("functionCall")) {
				call = FunctionCall.read(parser);
			}
			else if (token == JsonToken.START_OBJECT && name.equals("inlineData")) {
				data = readData(parser);
			}
			else {
				others = ((others != null) ? others : new Members()).add(name, Json.read(parser));
			}
		}
		if (signature != null) {
			this.signatures = with(this.signatures, signature);
		}
		if (said != null) {
			addText(said, thought, signature);
		}
		else if (call != null) {
			this.calls = with(this.calls, call.signed(signature));
		}
		else if (data != null) {
			addData(data, thought, signature);
		}
		else if (thought || others != null) {
			addOwn((others != null) ? others : new Members(), thought, signature);
		}
	}

	private static DataUrl readData(JsonParser parser) {
		String type = "";
		String data = "";
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			switch (name) {
				case "mimeType" -> type = Tokens.text(parser, type);
				case "data" -> data = Tokens.text(parser, data);
				default -> parser.skipChildren();
			}
		}
		return new DataUrl(type, data);
	}

	private void addText(String said, boolean thought, @Nullable String signature) {
		if (!thought) {
			this.text.add(said);
			return;
		}
		this.thinking = with(this.thinking, new ThinkingBlock("thinking", said, signature, Map.of()));
	}

	private void addData(DataUrl data, boolean thought, @Nullable String signature) {
		if (data.type().startsWith("audio/")) {
			this.audio = with(this.audio, data.data().toString());
		}
		else if (data.type().startsWith("image/")) {
			this.images = with(this.images, new Image(data, thought, signature));
		}
		else {
			this.text.add(data.url());
		}
	}

	private void addOwn(Members part, boolean thought, @Nullable String signature) {
		if (thought) {
			part.add("thought", true);
		}
		if (signature != null) {
			part.add(Part.SIGNATURE, signature);
		}
		this.own = with(this.own, part);
	}

	String text() {
		return this.text.toString();
	}

	@Nullable String reasoning() {
		if (this.thinking.isEmpty()) {
			return null;
		}
		JoinedText reasoning = new JoinedText();
		this.thinking.forEach((block) -> reasoning.add(String.valueOf(block.thinking())));
		return reasoning.toString();
	}

	List<ThinkingBlock> thinking() {
		return this.thinking;
	}

	List<FunctionCall> calls() {
		return this.calls;
	}

	int images() {
		return this.images.size();
	}

	/**
	 * Return what OpenAI's shape has no members of its own for.
	 * @param firstImage the place of the first image
	 * @return further members of the message
	 */
	Map<String, @Nullable Object> extra(int firstImage) {
		if (this.images.isEmpty() && this.audio.isEmpty() && this.signatures.isEmpty() && this.own.isEmpty()) {
			return Map.of();
		}
		Map<String, @Nullable Object> extra = new Members();
		if (!this.images.isEmpty()) {
			List<Object> images = new ArrayList<>(this.images.size());
			for (Image image : this.images) {
				images.add(image.member(firstImage + images.size()));
			}
			extra.put("images", images);
		}
		if (!this.audio.isEmpty()) {
			extra.put("audio",
					new Members().add("data", Base64Pieces.join(String.join("", this.audio))).add("transcript", ""));
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

}
