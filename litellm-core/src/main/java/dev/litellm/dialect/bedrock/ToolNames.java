package dev.litellm.dialect.bedrock;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.litellm.chat.Tool;

/**
 * Names of tools as Bedrock takes them, a letter, then letters, digits, {@code _} and
 * {@code -}, and back.
 */
final class ToolNames {

	private static final int LONGEST = 64;

	private final Map<String, String> toWire = new HashMap<>();

	private final Map<String, String> fromWire = new HashMap<>();

	ToolNames(List<Tool> tools) {
		Set<String> taken = new HashSet<>();
		for (Tool tool : tools) {
			if (tool.name() != null && sanitize(tool.name()).equals(tool.name())) {
				taken.add(tool.name());
			}
		}
		for (Tool tool : tools) {
			String name = tool.name();
			if (name != null && !sanitize(name).equals(name)) {
				String free = sanitize(name);
				for (int number = 2; !taken.add(free); number++) {
					free = cut(sanitize(name), LONGEST - 4) + "_" + number;
				}
				this.toWire.put(name, free);
				this.fromWire.put(free, name);
			}
		}
	}

	private static String sanitize(String text) {
		String name = text.replaceAll("[^A-Za-z0-9_-]", "_");
		boolean letter = !name.isEmpty() && Character.isLetter(name.charAt(0));
		return cut(letter ? name : "a" + name, LONGEST);
	}

	private static String cut(String text, int length) {
		return (text.length() <= length) ? text : text.substring(0, length);
	}

	String wire(String name) {
		String known = this.toWire.get(name);
		return (known != null) ? known : sanitize(name);
	}

	String original(String wire) {
		return this.fromWire.getOrDefault(wire, wire);
	}

}
