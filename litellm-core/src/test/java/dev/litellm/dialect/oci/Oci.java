package dev.litellm.dialect.oci;

import java.util.Map;

import dev.litellm.LlmClient;
import dev.litellm.Models;
import dev.litellm.auth.RsaKeys;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

/**
 * What the tests of Oracle's formats share.
 */
final class Oci {

	static final String MODEL = "oci/meta.llama-3.3-70b-instruct";

	static final String COHERE = "oci/cohere.command-a-03-2025";

	static final String COHERE_V2 = "oci/cohere.command-a-reasoning-08-2025";

	private Oci() {
	}

	static LlmClient client(ScriptedLlm llm) {
		return client(llm, Map.of());
	}

	static LlmClient client(ScriptedLlm llm, Map<String, String> more) {
		return LlmClient.builder().provider("oci", (provider) -> {
			provider.baseUrl(llm.url())
				.option("tenancy", "ocid1.tenancy.oc1..t")
				.option("user", "ocid1.user.oc1..u")
				.option("fingerprint", "11:22")
				.option("compartment-id", "ocid1.compartment.oc1..c")
				.option("private-key", RsaKeys.PEM);
			more.forEach(provider::option);
		}).settings((settings) -> settings.withRetries(Models.QUICK)).build();
	}

	/**
	 * An answer in the format {@code GENERIC}.
	 * @param message the message's members as JSON
	 * @param finishReason why it ended
	 * @return the reply
	 */
	static Reply generic(String message, String finishReason) {
		return Reply
			.json("""
					{"modelId": "meta.llama-3.3-70b-instruct", "modelVersion": "1.0.0",
					 "chatResponse": {"apiFormat": "GENERIC", "timeCreated": "2025-11-05T12:27:58.412Z",
					  "choices": [{"index": 0, "message": {"role": "ASSISTANT", %s}, "finishReason": "%s"}],
					  "usage": {"completionTokens": 40, "promptTokens": 14, "totalTokens": 54,
					            "promptTokensDetails": {"cachedTokens": 5}, "completionTokensDetails": {"reasoningTokens": 32}}}}"""
				.formatted(message, finishReason));
	}

	static Reply cohere(String members) {
		return Reply.json("{\"modelId\": \"cohere.command-a-03-2025\", \"chatResponse\": {\"apiFormat\": \"COHERE\", "
				+ members + "}}");
	}

	/**
	 * An answer in the format {@code COHEREV2}.
	 * @param message the message's members as JSON
	 * @param finishReason why it ended
	 * @return the reply
	 */
	static Reply cohereV2(String message, String finishReason) {
		return Reply.json("""
				{"modelId": "cohere.command-a-reasoning-08-2025", "chatResponse": {"apiFormat": "COHEREV2", "id": "1",
				 "message": {"role": "ASSISTANT", %s}, "finishReason": "%s",
				 "usage": {"completionTokens": 40, "promptTokens": 14, "totalTokens": 54}}}""".formatted(message,
				finishReason));
	}

}
