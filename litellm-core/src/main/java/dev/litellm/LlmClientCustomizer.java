package dev.litellm;

/**
 * Changes the builder of the auto-configured client before the client is made.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface LlmClientCustomizer {

	void customize(LlmClientBuilder builder);

}
