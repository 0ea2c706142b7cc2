package dev.litellm.dialect.a2a;

import java.time.Clock;

import dev.litellm.dialect.ChatDialect;
import dev.litellm.dialect.openai.OpenAiDialect;

/**
 * Agents that speak A2A by JSON-RPC, in its versions 0.3 and 1.0: an agent is at the base
 * URL, whatever the model is called.
 *
 * @since 0.1.0
 * @see <a href="https://a2a-protocol.org/v0.3.0/specification/">Version 0.3</a>
 * @see <a href="https://a2a-protocol.org/latest/specification/">Version 1.0</a>
 */
public final class A2aDialect extends ChatDialect {

	/**
	 * Create the dialect.
	 * @param clock tells when an answer was made
	 */
	public A2aDialect(Clock clock) {
		super("a2a", new OpenAiDialect(clock)::error, new AgentCodec(clock));
	}

}
