package dev.litellm.dialect.bedrock;

import java.util.LinkedHashSet;
import java.util.List;
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
	 * Return what headers say of betas.
	 * @param headers the headers
	 * @return the header's value, or empty
	 */
	static String header(Map<String, String> headers) {
		for (Map.Entry<String, String> header : headers.entrySet()) {
			if (header.getKey().equalsIgnoreCase(HEADER)) {
				return header.getValue();
			}
		}
		return "";
	}

	/**
	 * Return betas as the body has them.
	 * @param header those of the header, parted by commas
	 * @param given those of the body
	 * @return all of them, each once
	 */
	static List<Object> of(String header, @Nullable Object given) {
		Set<Object> betas = new LinkedHashSet<>();
		for (String beta : header.split(",")) {
			if (!beta.isBlank()) {
				betas.add(beta.strip());
			}
		}
		betas.addAll(Values.items(given));
		return betas.stream().toList();
	}

}
