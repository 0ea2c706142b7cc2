/**
 * The wire format of agents: A2A, by JSON-RPC.
 */
@NullMarked
package dev.litellm.dialect.a2a;

import org.jspecify.annotations.NullMarked;
