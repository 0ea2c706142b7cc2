package dev.litellm.dialect.bedrock;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.litellm.json.Values;

/**
 * Claude's betas, which stand within the body, where they are signed.
 */
final class Betas {

	/** The member of the body. */
	static final String MEMBER = "anthropic_beta";

	/** The header of Claude's own servers. */
	static final String HEADER = "anthropic-beta";

	private Betas() {
	}

	/**
	 * Put the betas where Bedrock reads them.
	 * @param headers the headers, which may tell some, parted by commas
	 * @param fields the members that may hold others, and get all of them, each once
	 */
	static void put(Map<String, String> headers, Map<String, @Nullable Object> fields) {
		String told = headers.getOrDefault(HEADER, "");
		Object given = fields.get(MEMBER);
		if (told.isEmpty() && given == null) {
			return;
		}
		Set<Object> betas = new LinkedHashSet<>();
		for (String beta : told.split(",")) {
			if (!beta.isBlank()) {
				betas.add(beta.strip());
			}
		}
		betas.addAll(Values.items(given));
		if (!betas.isEmpty()) {
			fields.put(MEMBER, betas.stream().toList());
		}
	}

}
