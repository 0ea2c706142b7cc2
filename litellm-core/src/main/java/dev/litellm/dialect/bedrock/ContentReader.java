package dev.litellm.dialect.bedrock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.chat.Message;
import dev.litellm.chat.ThinkingBlock;
import dev.litellm.chat.ToolCall;
import dev.litellm.dialect.JoinedText;
import dev.litellm.dialect.ThinkTags;
import dev.litellm.json.Tokens;

/**
 * Reader of what a model has said in a whole answer, block by block. Not thread-safe.
 */
final class ContentReader {

	private final BodyBuilder asked;

	private final Piece block = new Piece();

	private final JoinedText text = new JoinedText();

	private final JoinedText reasoning = new JoinedText();

	private final List<ThinkingBlock> thinking = new ArrayList<>(0);

	private final List<ToolCall> calls = new ArrayList<>(0);

	private @Nullable Citations citations;

	/** The answer that was a tool's input. */
	private @Nullable String json;

	ContentReader(BodyBuilder asked) {
		this.asked = asked;
	}

	/**
	 * Read the message within an answer's output.
	 * @param parser stands on the output, and after the call on its end
	 * @return whether it holds a message's content
	 */
	boolean readOutput(JsonParser parser) {
		boolean told = false;
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			if (name.equals("message")) {
				told |= readMessage(parser);
			}
			else {
				parser.skipChildren();
			}
		}
		return told;
	}

	private boolean readMessage(JsonParser parser) {
		boolean told = false;
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			if (name.equals("content")) {
				told |= parser.currentToken() == JsonToken.START_ARRAY;
				Tokens.items(parser, this::readBlock);
			}
			else {
				parser.skipChildren();
			}
		}
		return told;
	}

	private void readBlock(JsonParser parser) {
		this.block.read(parser);
		if (this.block.text() != null) {
			this.text.add(this.block.text());
		}
		ThinkingBlock thought = this.block.thought();
		if (thought != null) {
			this.thinking.add(thought);
			this.reasoning.add((thought.thinking() != null) ? thought.thinking() : "");
		}
		if (this.block.use() != null) {
			addCall(this.block.use());
		}
		for (Object citation : this.block.citations()) {
			this.citations = (this.citations != null) ? this.citations : new Citations();
			this.citations.add(citation, this.text.length());
		}
	}

	private void addCall(Piece.Use use) {
		String input = use.input().isEmpty() ? "{}" : use.input();
		if (this.asked.schemaTool().isAnswer(use.name())) {
			this.json = AnswerReader.answer(this.asked.schemaTool(), input);
			return;
		}
		this.calls.add(new ToolCall(null, (use.id() != null) ? use.id() : "", "function",
				this.asked.names().original((use.name() != null) ? use.name() : ""), input, Map.of()));
	}

	/**
	 * Return the message that all of it comes to.
	 * @return the message
	 */
	Message message() {
		String said = (this.json != null) ? this.json : untagged(this.text.toString());
		ToolCall written = this.calls.isEmpty() ? this.asked.textCall(said) : null;
		if (written != null) {
			this.calls.add(written);
			said = "";
		}
		return new Message("assistant", (said.isEmpty() && !this.calls.isEmpty()) ? null : said, List.of(),
				isThought() ? this.reasoning.toString() : null, this.thinking, this.calls, null, null,
				(this.citations != null) ? this.citations.extra() : Map.of());
	}

	/** Some models write their thoughts between tags. */
	private String untagged(String said) {
		ThinkTags tags = ThinkTags.mayBegin(said) ? new ThinkTags(AnswerReader.TAG) : null;
		ThinkTags.Split split = (tags != null) ? tags.next(said) : null;
		if (tags == null || split == null) {
			return said;
		}
		ThinkTags.Split rest = tags.end();
		String thought = split.reasoning() + rest.reasoning();
		if (!thought.isEmpty()) {
			this.reasoning.add(thought);
			this.thinking.add(new ThinkingBlock("thinking", thought, null, Map.of()));
		}
		return split.content() + rest.content();
	}

	/**
	 * Return whether the model has thought aloud, once the {@linkplain #message message}
	 * is made.
	 * @return true if it has
	 */
	boolean isThought() {
		return !this.reasoning.isEmpty() || !this.thinking.isEmpty();
	}

	/**
	 * Return whether the answer was a tool's input, and nothing else was called.
	 * @return true if it was
	 */
	boolean isAnswered() {
		return this.json != null && this.calls.isEmpty();
	}

}
