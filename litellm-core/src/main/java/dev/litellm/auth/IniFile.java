package dev.litellm.auth;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The text of a file in sections: names in brackets, and below each its lines of
 * {@code name = value}.
 */
final class IniFile {

	private IniFile() {
	}

	/**
	 * Read a text.
	 * @param text the text; lines that begin with {@code #} or {@code ;} say nothing
	 * @return the values of each section
	 */
	static Map<String, Map<String, String>> read(String text) {
		Map<String, Map<String, String>> sections = new LinkedHashMap<>();
		Map<String, String> section = new LinkedHashMap<>();
		for (String line : (Iterable<String>) text.lines().map(String::strip)::iterator) {
			int equals = line.indexOf('=');
			if (line.startsWith("[") && line.endsWith("]")) {
				section = sections.computeIfAbsent(line.substring(1, line.length() - 1).strip(),
						(name) -> new LinkedHashMap<>());
			}
			else if (equals > 0 && !line.startsWith("#") && !line.startsWith(";")) {
				section.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
			}
		}
		return sections;
	}

}
