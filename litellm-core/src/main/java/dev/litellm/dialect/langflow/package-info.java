/**
 * The wire format of Langflow: runs of flows.
 */
@NullMarked
package dev.litellm.dialect.langflow;

import org.jspecify.annotations.NullMarked;
