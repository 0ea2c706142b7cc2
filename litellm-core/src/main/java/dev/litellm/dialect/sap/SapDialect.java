package dev.litellm.dialect.sap;

import java.time.Clock;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.LlmRequest;
import dev.litellm.call.LlmResponse;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Dialect;
import dev.litellm.dialect.Failures;
import dev.litellm.dialect.Operation;
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
public final class SapDialect implements Dialect {

	private final OpenAiDialect inner;

	private final Deployments deployments;

	private final SapCodec chat;

	/**
	 * Create the dialect.
	 * @param clock tells for how long a deployment is known
	 */
	public SapDialect(Clock clock) {
		this.inner = new OpenAiDialect(clock);
		this.deployments = new Deployments(clock);
		this.chat = new SapCodec(this.inner, this.deployments);
	}

	@Override
	public String name() {
		return "sap";
	}

	@Override
	public <Q extends LlmRequest<Q>, R extends LlmResponse<R>, C> @Nullable Codec<Q, R, C> codec(
			Operation<Q, R, C> operation) {
		return Codec.ofChat(operation, this.chat);
	}

	@Override
	public Failure error(WireReply reply) {
		if (reply.status() == 404) {
			this.deployments.forget();
		}
		Map<?, ?> error = Values.fields(Values.fields(Failures.body(reply)).get("error"));
		Failure failure = this.inner.error(reply);
		return (error.get("request_id") instanceof String id) ? failure.withRequestId(id) : failure;
	}

}
