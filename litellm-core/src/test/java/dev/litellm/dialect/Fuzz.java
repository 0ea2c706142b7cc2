package dev.litellm.dialect;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/**
 * Spoiler of events: random bytes, other types, missing members, deep nesting; the same
 * for the same seed.
 */
public final class Fuzz {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	/** Ten megabytes of what is looked for in texts. */
	private static final String LONG = "<think>{[\"\\ é🙂".repeat(10_000_000 / 18);

	private final Random random;

	public Fuzz(long seed) {
		this.random = new Random(seed);
	}

	/**
	 * Spoil what a provider sends.
	 * @param data the data, as a rule JSON
	 * @return other data
	 */
	public byte[] spoil(byte[] data) {
		return switch (this.random.nextInt(6)) {
			case 0 -> bytes();
			case 1 -> cut(data);
			case 2 -> nested();
			default -> changed(data);
		};
	}

	/**
	 * Make a text of JSON very long.
	 * @param data the data
	 * @return the data, as long as it was where it holds no text
	 */
	public byte[] lengthen(byte[] data) {
		try {
			return lengthened(JSON.readTree(data)).toString().getBytes(StandardCharsets.UTF_8);
		}
		catch (JacksonException ex) {
			return data;
		}
	}

	private JsonNode lengthened(JsonNode node) {
		if (node instanceof ObjectNode object && !object.isEmpty()) {
			List<String> names = List.copyOf(object.propertyNames());
			String name = names.get(this.random.nextInt(names.size()));
			return object.set(name, lengthened(object.get(name)));
		}
		if (node instanceof ArrayNode array && !array.isEmpty()) {
			return array.set(0, lengthened(array.get(0)));
		}
		return !node.isString() ? node : !node.stringValue().startsWith("eyJ") ? NODES.stringNode(LONG) : NODES
			.stringNode(Base64.getEncoder().encodeToString(lengthen(Base64.getDecoder().decode(node.stringValue()))));
	}

	private byte[] bytes() {
		byte[] bytes = new byte[this.random.nextInt(64)];
		this.random.nextBytes(bytes);
		return bytes;
	}

	private byte[] cut(byte[] bytes) {
		byte[] copy = bytes.clone();
		for (int i = 0; i < 1 + this.random.nextInt(3) && copy.length > 0; i++) {
			copy[this.random.nextInt(copy.length)] = (byte) this.random.nextInt(256);
		}
		return Arrays.copyOf(copy, this.random.nextInt(copy.length + 1));
	}

	private byte[] nested() {
		return deep(this.random.nextInt(4000)).getBytes(StandardCharsets.UTF_8);
	}

	private static String deep(int depth) {
		return "{\"content\":[".repeat(depth / 2) + "]}".repeat(depth / 2);
	}

	private byte[] changed(byte[] data) {
		JsonNode root;
		try {
			root = JSON.readTree(data);
		}
		catch (JacksonException ex) {
			return cut(data);
		}
		for (int i = 0; i < 1 + this.random.nextInt(2); i++) {
			root = change(root);
		}
		return root.toString().getBytes(StandardCharsets.UTF_8);
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
		if (this.random.nextInt(4) > 0 && node.isString() && node.stringValue().length() > 1) {
			return NODES.stringNode(within(node.stringValue()));
		}
		return other();
	}

	/** Change what a text holds, where that is JSON, in Base64 or not. */
	private String within(String text) {
		if (text.startsWith("{")) {
			return new String(changed(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
		}
		if (text.startsWith("eyJ")) {
			return Base64.getEncoder().encodeToString(changed(Base64.getDecoder().decode(text)));
		}
		return text.substring(0, this.random.nextInt(text.length()));
	}

	private JsonNode other() {
		return switch (this.random.nextInt(13)) {
			case 0 -> NODES.nullNode();
			case 1 -> NODES.numberNode(this.random.nextLong());
			case 2 -> NODES.numberNode(new BigDecimal("1e400"));
			case 3 -> NODES.stringNode("\u0000\uD83D\uFFFF");
			case 4 -> NODES.stringNode("");
			case 5 -> NODES.booleanNode(true);
			case 6 -> NODES.arrayNode().add(NODES.nullNode()).add("x").add(NODES.arrayNode());
			case 7 -> NODES.objectNode().set("type", NODES.numberNode(1));
			case 8 -> NODES.objectNode();
			case 9 -> NODES.arrayNode();
			case 10 -> NODES.rawValueNode(new RawValue("1e999999999"));
			case 11 -> NODES.rawValueNode(new RawValue(deep(this.random.nextInt(600))));
			default -> NODES.numberNode(-0.5);
		};
	}

}
