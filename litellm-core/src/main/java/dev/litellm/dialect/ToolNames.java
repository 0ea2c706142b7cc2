package dev.litellm.dialect;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import dev.litellm.chat.Tool;

/**
 * Names of tools as a format takes them, and back. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class ToolNames {

	private final Map<String, String> toWire;

	private final Map<String, String> fromWire;

	private final UnaryOperator<String> rule;

	/**
	 * Name tools.
	 * @param tools the tools; no two come to the same name
	 * @param rule makes of any name one that the format takes, and of those the same
	 * @param longest the most letters of a name
	 */
	public ToolNames(List<Tool> tools, UnaryOperator<String> rule, int longest) {
		this.rule = (name) -> cut(rule.apply(name), longest);
		this.toWire = tools.isEmpty() ? Map.of() : new HashMap<>();
		this.fromWire = tools.isEmpty() ? Map.of() : new HashMap<>();
		if (!tools.isEmpty()) {
			name(tools, longest);
		}
	}

	private void name(List<Tool> tools, int longest) {
		Set<String> taken = new HashSet<>();
		for (Tool tool : tools) {
			if (tool.name() != null && this.rule.apply(tool.name()).equals(tool.name())) {
				taken.add(tool.name());
			}
		}
		for (Tool tool : tools) {
			String name = tool.name();
			if (name != null && !this.rule.apply(name).equals(name)) {
				String free = this.rule.apply(name);
				for (int number = 2; !taken.add(free); number++) {
					free = cut(this.rule.apply(name), longest - 4) + "_" + number;
				}
				this.toWire.put(name, free);
				this.fromWire.put(free, name);
			}
		}
	}

	/**
	 * Return a text with all but letters, digits, {@code _} and {@code -} replaced.
	 * @param text the text
	 * @return the text, with {@code _} for all else
	 */
	public static String sanitize(String text) {
		for (int i = 0; i < text.length(); i++) {
			char value = text.charAt(i);
			if (!(value >= 'a' && value <= 'z' || value >= 'A' && value <= 'Z' || value >= '0' && value <= '9'
					|| value == '_' || value == '-')) {
				return text.replaceAll("[^A-Za-z0-9_-]", "_");
			}
		}
		return text;
	}

	private static String cut(String text, int length) {
		return (text.length() <= length) ? text : text.substring(0, length);
	}

	/**
	 * Return the name that goes out.
	 * @param name a tool's name, of those given or of another
	 * @return its name on the wire
	 */
	public String wire(String name) {
		String known = this.toWire.get(name);
		return (known != null) ? known : this.rule.apply(name);
	}

	/**
	 * Return the name that came back.
	 * @param wire the name on the wire
	 * @return the tool's own name
	 */
	public String original(String wire) {
		return this.fromWire.getOrDefault(wire, wire);
	}

}
