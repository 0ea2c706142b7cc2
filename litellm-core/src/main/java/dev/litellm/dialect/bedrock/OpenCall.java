package dev.litellm.dialect.bedrock;

import java.util.Map;

import dev.litellm.chat.Delta;
import dev.litellm.chat.ToolCall;

/**
 * A call of a stream between its start and its stop. Not thread-safe.
 */
final class OpenCall {

	private static final int ANSWER = -1;

	private final int index;

	private final StringBuilder input = new StringBuilder();

	private OpenCall(int index) {
		this.index = index;
	}

	/**
	 * A call of a tool.
	 * @param index its place among the calls
	 * @return the call
	 */
	static OpenCall at(int index) {
		return new OpenCall(index);
	}

	/**
	 * The call whose input is the answer.
	 * @return the call
	 */
	static OpenCall ofAnswer() {
		return new OpenCall(ANSWER);
	}

	boolean isAnswer() {
		return this.index == ANSWER;
	}

	int index() {
		return this.index;
	}

	String input() {
		return this.input.toString();
	}

	void add(String piece) {
		this.input.append(piece);
	}

	/**
	 * Return a piece of the call's input.
	 * @param arguments the piece
	 * @return what a chunk adds
	 */
	Delta piece(String arguments) {
		return Delta.ofToolCall(new ToolCall(this.index, null, "function", null, arguments, Map.of()));
	}

}
