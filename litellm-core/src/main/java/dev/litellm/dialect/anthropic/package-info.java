/**
 * Anthropic's Messages format, and that of every server of it.
 */
@NullMarked
package dev.litellm.dialect.anthropic;

import org.jspecify.annotations.NullMarked;
