/**
 * Answers made up for tests, without any network.
 */
@NullMarked
package dev.litellm.dialect.mock;

import org.jspecify.annotations.NullMarked;
