package dev.litellm.dialect;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Spoiler of events: random bytes, other types, missing members, deep nesting; the same
 * for the same seed.
 */
public final class Fuzz {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private final Random random;

	public Fuzz(long seed) {
		this.random = new Random(seed);
	}

	/**
	 * Return the data of a stream's events.
	 * @param stream the stream
	 * @return the data, event by event
	 */
	public static List<String> events(String stream) {
		List<String> events = new ArrayList<>();
		stream.lines()
			.map((line) -> line.startsWith("data:") ? line.substring("data:".length()).strip() : line)
			.filter((line) -> line.startsWith("{"))
			.forEach(events::add);
		return events;
	}

	/**
	 * Spoil an event.
	 * @param event the event's data
	 * @return other data
	 */
	public byte[] spoil(String event) {
		return switch (this.random.nextInt(5)) {
			case 0 -> bytes();
			case 1 -> cut(event.getBytes(StandardCharsets.UTF_8));
			case 2 -> nested();
			default -> changed(event).toString().getBytes(StandardCharsets.UTF_8);
		};
	}

	private byte[] bytes() {
		byte[] bytes = new byte[this.random.nextInt(64)];
		this.random.nextBytes(bytes);
		return bytes;
	}

	private byte[] cut(byte[] bytes) {
		byte[] copy = bytes.clone();
		for (int i = 0; i < 1 + this.random.nextInt(3); i++) {
			copy[this.random.nextInt(copy.length)] = (byte) this.random.nextInt(256);
		}
		return Arrays.copyOf(copy, this.random.nextInt(copy.length + 1));
	}

	private byte[] nested() {
		int depth = 1 + this.random.nextInt(2000);
		return ("{\"candidates\":".repeat(depth) + "[".repeat(depth)).getBytes(StandardCharsets.UTF_8);
	}

	private JsonNode changed(String event) {
		JsonNode root = JSON.readTree(event);
		for (int i = 0; i < 1 + this.random.nextInt(2); i++) {
			root = change(root);
		}
		return root;
	}

	/** Change one value somewhere within. */
	private JsonNode change(JsonNode node) {
		if (this.random.nextInt(4) > 0 && node instanceof ObjectNode object && !object.isEmpty()) {
			List<String> names = List.copyOf(object.propertyNames());
			String name = names.get(this.random.nextInt(names.size()));
			if (this.random.nextInt(4) == 0) {
				object.remove(name);
			}
			else {
				object.set(name, change(object.get(name)));
			}
			return object;
		}
		if (this.random.nextInt(4) > 0 && node instanceof ArrayNode array && !array.isEmpty()) {
			int index = this.random.nextInt(array.size());
			array.set(index, change(array.get(index)));
			return array;
		}
		return other();
	}

	private JsonNode other() {
		return switch (this.random.nextInt(10)) {
			case 0 -> NODES.nullNode();
			case 1 -> NODES.numberNode(this.random.nextLong());
			case 2 -> NODES.numberNode(new BigDecimal("1e400"));
			case 3 -> NODES.stringNode("\u0000\uD83D\uFFFF");
			case 4 -> NODES.stringNode("");
			case 5 -> NODES.booleanNode(true);
			case 6 -> NODES.arrayNode().add(NODES.nullNode()).add("x").add(NODES.arrayNode());
			case 7 -> NODES.objectNode().set("type", NODES.numberNode(1));
			case 8 -> NODES.objectNode();
			default -> NODES.numberNode(-0.5);
		};
	}

}
