package dev.litellm.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

import dev.litellm.call.Secret;

/**
 * Runtime hints for the data files of the library, and for keys, which are bound by
 * reflection.
 */
final class LiteLlmRuntimeHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		hints.resources()
			.registerPattern("dev/litellm/provider/*.properties")
			.registerPattern("dev/litellm/provider/*.txt");
		hints.reflection().registerType(Secret.class, MemberCategory.INVOKE_PUBLIC_METHODS);
	}

}
