package dev.litellm.test;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/**
 * A tool call as the assistant makes it.
 *
 * @param index its place among parallel calls
 * @param name the function
 * @param arguments the arguments, as the model wrote them
 */
record ToolCall(int index, String name, String arguments) {

	private static final int FRAGMENT = 8;

	String id() {
		return "call_" + (this.index + 1);
	}

	ObjectNode json() {
		return call(this.arguments);
	}

	/**
	 * The call as a stream tells it: name first, then the arguments bit by bit.
	 */
	List<ObjectNode> deltas() {
		List<ObjectNode> deltas = new ArrayList<>();
		deltas.add(Json.object().put("index", this.index).setAll(call("")));
		for (int from = 0; from < this.arguments.length();) {
			int to = Math.min(this.arguments.length(), from + FRAGMENT);
			if (to < this.arguments.length() && Character.isLowSurrogate(this.arguments.charAt(to))) {
				to++;
			}
			ObjectNode delta = Json.object().put("index", this.index);
			delta.putObject("function").put("arguments", this.arguments.substring(from, to));
			deltas.add(delta);
			from = to;
		}
		return deltas;
	}

	private ObjectNode call(String arguments) {
		ObjectNode call = Json.object().put("id", id()).put("type", "function");
		call.putObject("function").put("name", this.name).put("arguments", arguments);
		return call;
	}

}
