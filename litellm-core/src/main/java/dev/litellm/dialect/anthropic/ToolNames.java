package dev.litellm.dialect.anthropic;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.litellm.chat.Tool;

/**
 * Names of tools as Anthropic takes them, letters, digits, {@code _} and {@code -}, and
 * back.
 */
final class ToolNames {

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
					free = sanitize(name) + "_" + number;
				}
				this.toWire.put(name, free);
				this.fromWire.put(free, name);
			}
		}
	}

	static String sanitize(String text) {
		for (int i = 0; i < text.length(); i++) {
			char value = text.charAt(i);
			if (!(value >= 'a' && value <= 'z' || value >= 'A' && value <= 'Z' || value >= '0' && value <= '9'
					|| value == '_' || value == '-')) {
				return text.replaceAll("[^A-Za-z0-9_-]", "_");
			}
		}
		return text;
	}

	String wire(String name) {
		return this.toWire.getOrDefault(name, sanitize(name));
	}

	String original(String wire) {
		return this.fromWire.getOrDefault(wire, wire);
	}

}
