package dev.litellm.dialect.anthropic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import dev.litellm.json.Json;
import dev.litellm.json.Values;

/**
 * A content block of a stream between its start and its stop.
 */
final class OpenBlock {

	private final Map<?, ?> begun;

	private final String type;

	private final boolean answer;

	private final int call;

	private final StringBuilder text = new StringBuilder();

	private String signature = "";

	private @Nullable List<Object> citations;

	/**
	 * Open a block.
	 * @param begun the block as its start tells it
	 * @param answer whether it is the answer in JSON that was asked for by a tool
	 * @param call the call's place among the calls, or -1 where the block is none
	 */
	OpenBlock(Map<?, ?> begun, boolean answer, int call) {
		this.begun = begun;
		this.type = Values.text(begun.get("type"), "");
		this.answer = answer;
		this.call = call;
		this.text.append(Values.text(begun.get(member()), ""));
	}

	boolean isAnswer() {
		return this.answer;
	}

	int call() {
		return this.call;
	}

	/**
	 * Return what the pieces have come to.
	 * @return a text, a thought, or a tool's input in JSON
	 */
	StringBuilder text() {
		return this.text;
	}

	void sign(String piece) {
		this.signature += piece;
	}

	void cite(Object citation) {
		this.citations = (this.citations != null) ? this.citations : new ArrayList<>();
		this.citations.add(citation);
	}

	/**
	 * Return whether OpenAI's shape has no room for the block.
	 */
	boolean isOwn() {
		return AnswerReader.isOwn(this.type) || this.citations != null
				|| !Values.items(this.begun.get("citations")).isEmpty();
	}

	private String member() {
		return this.type.equals("thinking") ? "thinking" : "text";
	}

	/**
	 * Return the block as it would stand in a whole answer.
	 * @return its members
	 */
	Map<String, @Nullable Object> whole() {
		Map<String, @Nullable Object> block = Values.copy(this.begun);
		switch (this.type) {
			case "text", "thinking" -> block.put(member(), this.text.toString());
			default -> {
				if (!this.text.isEmpty()) {
					block.put("input", input());
				}
			}
		}
		if (!this.signature.isEmpty()) {
			block.put("signature", this.signature);
		}
		if (this.citations != null) {
			List<Object> all = new ArrayList<>(Values.items(this.begun.get("citations")));
			all.addAll(this.citations);
			block.put("citations", all);
		}
		return block;
	}

	/**
	 * Return the input of a tool.
	 * @return its JSON value, or the text where it is not JSON
	 */
	@Nullable Object input() {
		try {
			return this.text.isEmpty() ? Map.of() : Json.read(this.text.toString());
		}
		catch (JacksonException ex) {
			return this.text.toString();
		}
	}

}
