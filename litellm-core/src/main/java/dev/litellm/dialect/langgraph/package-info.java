/**
 * The wire format of LangGraph's agent server.
 */
@NullMarked
package dev.litellm.dialect.langgraph;

import org.jspecify.annotations.NullMarked;
