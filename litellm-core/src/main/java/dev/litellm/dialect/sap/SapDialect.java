package dev.litellm.dialect.sap;

import java.time.Clock;
import java.util.Map;

import dev.litellm.dialect.ChatDialect;
import dev.litellm.dialect.Failures;
import dev.litellm.dialect.openai.OpenAiDialect;
import dev.litellm.error.Failure;
import dev.litellm.json.Values;
import dev.litellm.transport.WireReply;

/**
 * SAP AI Core's orchestration, version 2: OpenAI's format within modules, at a deployment
 * that is looked up once.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://help.sap.com/docs/sap-ai-core/generative-ai/orchestration-v2">Orchestration</a>
 * @see <a href=
 * "https://help.sap.com/docs/sap-ai-core/sap-ai-core-service-guide/sap-ai-core-api">AI
 * API</a>
 */
public final class SapDialect extends ChatDialect {

	/**
	 * Create the dialect.
	 * @param clock tells for how long a deployment is known
	 */
	public SapDialect(Clock clock) {
		this(new OpenAiDialect(clock, new Modules()), new Deployments(clock));
	}

	private SapDialect(OpenAiDialect inner, Deployments deployments) {
		super("sap", (reply) -> error(reply, inner, deployments), new SapCodec(inner, deployments));
	}

	private static Failure error(WireReply reply, OpenAiDialect inner, Deployments deployments) {
		if (reply.status() == 404) {
			deployments.forget();
		}
		Map<?, ?> error = Values.fields(Values.fields(Failures.body(reply)).get("error"));
		Failure failure = inner.error(reply);
		return (error.get("request_id") instanceof String id) ? failure.withRequestId(id) : failure;
	}

}
