package dev.litellm.auth;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

import dev.litellm.LlmClient;
import dev.litellm.error.LlmException;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Base of tests with a Bedrock and a token service of AWS that a test scripts.
 */
abstract class AwsTests {

	private static final Reply ANSWER = Reply
		.json("{\"output\": {\"message\": {\"content\": [{\"text\": \"Hi.\"}]}}, \"stopReason\": \"end_turn\"}");

	final ScriptedLlm llm = ScriptedLlm.start().otherwise(ANSWER);

	final ScriptedLlm sts = ScriptedLlm.start();

	@TempDir
	Path folder;

	@AfterEach
	void stop() {
		this.llm.close();
		this.sts.close();
	}

	final LlmException failure(Map<String, String> environment) {
		return catchThrowableOfType(LlmException.class, () -> ask(client(environment)));
	}

	final RecordedRequest asked(Map<String, String> environment) {
		ask(client(environment));
		return this.llm.takeRequest();
	}

	static void ask(LlmClient client) {
		client.chat("bedrock/amazon.nova-pro-v1:0").maxAttempts(1).user("Hi").call().content();
	}

	final LlmClient client(Map<String, String> environment) {
		Map<String, String> all = with(environment, "AWS_STS_ENDPOINT", this.sts.url());
		return LlmClient.builder()
			.authScheme(new AwsScheme(ClassLoader.getPlatformClassLoader()))
			.environment(all::get)
			.provider("bedrock", (provider) -> provider.baseUrl(this.llm.url()))
			.provider("sagemaker", (provider) -> provider.baseUrl(this.llm.url()))
			.provider("sagemaker_chat", (provider) -> provider.baseUrl(this.llm.url()))
			.build();
	}

	static Map<String, String> with(Map<String, String> environment, String... more) {
		Map<String, String> all = new LinkedHashMap<>(environment);
		for (int i = 0; i < more.length; i += 2) {
			all.put(more[i], more[i + 1]);
		}
		return all;
	}

	static Reply keys(String id) {
		return Reply.raw(200, "text/xml", """
				<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>
				<AssumedRoleUser><Arn>arn:aws:sts::1:assumed-role/x/y</Arn></AssumedRoleUser>
				<Credentials><AccessKeyId>%1$s</AccessKeyId><SecretAccessKey>secret/of+%1$s</SecretAccessKey>
				<SessionToken>session-of-%1$s</SessionToken><Expiration>%2$s</Expiration></Credentials>
				</AssumeRoleResult></AssumeRoleResponse>""".formatted(id, Instant.now().plusSeconds(3600)));
	}

}
