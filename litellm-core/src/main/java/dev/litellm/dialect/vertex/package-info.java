/**
 * What Google's Vertex AI serves in a form of its own.
 */
@NullMarked
package dev.litellm.dialect.vertex;

import org.jspecify.annotations.NullMarked;
