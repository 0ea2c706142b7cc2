package dev.litellm.conformance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes of a record, one field each.
 */
final class Mutations {

	/** What is not compared: {@link Comparison} and its callers say why. */
	private static final Pattern FREE = Pattern.compile("/unified/error/message|.*/usage/cost(_details/.*)?|.*/created"
			+ "|/wire/\\d+/headers/(accept|accept-encoding|user-agent|host|connection|content-length)");

	private Mutations() {
	}

	/**
	 * Return a case once for each of its fields, with that field changed.
	 * @param fixture the case
	 * @param within where to change, for example {@code /wire}
	 * @return the changed cases, named by the field
	 */
	static List<Fixture> of(Fixture fixture, String within) {
		boolean counted = fixture.answers().stream().anyMatch(Answers::tellUsage);
		List<String> leaves = new ArrayList<>();
		leaves(fixture.root().at(within), within, (pointer, leaf) -> {
			boolean anything = leaf.isString() && leaf.stringValue().startsWith("<");
			boolean estimated = !counted && pointer.contains("/usage/");
			if (!anything && !estimated && !FREE.matcher(pointer).matches()) {
				leaves.add(pointer);
			}
		});
		return leaves.stream()
			.map((pointer) -> new Fixture(fixture.provider(), fixture.name(), change(fixture, pointer)))
			.toList();
	}

	private static void leaves(JsonNode node, String pointer, BiConsumer<String, JsonNode> found) {
		if (node.isObject()) {
			node.properties()
				.forEach((member) -> leaves(member.getValue(),
						pointer + "/" + member.getKey().replace("~", "~0").replace("/", "~1"), found));
		}
		else if (node.isArray()) {
			for (int i = 0; i < node.size(); i++) {
				leaves(node.get(i), pointer + "/" + i, found);
			}
		}
		else if (!Values.isAbsent(node)) {
			found.accept(pointer, node);
		}
	}

	private static JsonNode change(Fixture fixture, String pointer) {
		JsonNode root = fixture.root().deepCopy();
		int slash = pointer.lastIndexOf('/');
		JsonNode parent = root.at(pointer.substring(0, slash));
		String name = pointer.substring(slash + 1).replace("~1", "/").replace("~0", "~");
		if (parent instanceof ObjectNode object) {
			object.set(name, changed(object.get(name)));
		}
		else if (parent instanceof ArrayNode array) {
			int index = Integer.parseInt(name);
			array.set(index, changed(array.get(index)));
		}
		return root;
	}

	private static JsonNode changed(JsonNode leaf) {
		ArrayNode holder = Values.array();
		if (leaf.isNumber()) {
			holder.add(leaf.decimalValue().add(BigDecimal.ONE));
		}
		else if (leaf.isBoolean()) {
			holder.add(!leaf.booleanValue());
		}
		else {
			holder.add(leaf.stringValue() + "x");
		}
		return holder.get(0);
	}

}
