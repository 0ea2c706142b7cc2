/**
 * Auto-configuration of the client from {@code litellm.*} properties.
 */
@NullMarked
package dev.litellm.autoconfigure;

import org.jspecify.annotations.NullMarked;
