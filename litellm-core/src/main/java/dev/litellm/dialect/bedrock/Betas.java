package dev.litellm.dialect.bedrock;

import java.util.LinkedHashSet;
import java.util.List;
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
