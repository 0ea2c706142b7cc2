/**
 * The wire format of SAP AI Core's orchestration: OpenAI's, within modules.
 */
@NullMarked
package dev.litellm.dialect.sap;

import org.jspecify.annotations.NullMarked;
