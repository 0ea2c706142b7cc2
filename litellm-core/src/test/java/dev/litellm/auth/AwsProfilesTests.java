package dev.litellm.auth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.litellm.LlmClient;
import dev.litellm.error.LlmException;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests that profiles of AWS's files give the keys that requests are signed with.
 */
class AwsProfilesTests {

	private final ScriptedLlm llm = ScriptedLlm.start()
		.otherwise(Reply
			.json("{\"output\": {\"message\": {\"content\": [{\"text\": \"Hi.\"}]}}, \"stopReason\": \"end_turn\"}"));

	private final ScriptedLlm sts = ScriptedLlm.start();

	@TempDir
	private Path folder;

	@AfterEach
	void stop() {
		this.llm.close();
		this.sts.close();
	}

	@Test
	void takesKeysAndRolesOfProfilesWithoutAnyLibrary() throws IOException {
		Map<String, String> files = files("""
				[default]
				aws_access_key_id = AKIDDEFAULT
				aws_secret_access_key = secret-key
				; a comment
				[temporary]
				aws_access_key_id=AKIDTEMP
				aws_secret_access_key=secret-key
				aws_session_token=session-of-mine
				""", """
				[profile team]
				role_arn = arn:aws:iam::123456789012:role/team
				source_profile = default
				external_id = ext-2
				""");
		this.sts.enqueue(AwsRolesTests.keys("ASIATEAM"));
		assertThat(profile(files, null).header("authorization")).contains("Credential=AKIDDEFAULT/");
		assertThat(profile(files, "temporary").header("x-amz-security-token")).isEqualTo("session-of-mine");
		assertThat(profile(files, "team").header("authorization")).contains("Credential=ASIATEAM/");
		assertThat(this.sts.takeRequest().body()).contains("role%2Fteam", "ExternalId=ext-2");
	}

	@Test
	void saysWhichProfileIsOfNoUse() throws IOException {
		Map<String, String> files = files("", "[profile a]\nrole_arn=r\nsource_profile=b\n"
				+ "[profile b]\nrole_arn=r\nsource_profile=a\n[profile sso]\nsso_session=mine\n");
		assertThat(failure(with(files, "AWS_PROFILE", "a"))).hasMessageContaining("circle")
			.hasMessageContaining("options.profile");
		assertThat(failure(with(files, "AWS_PROFILE", "sso"))).hasMessageContaining("software.amazon.awssdk:auth")
			.hasMessageContaining("AWS_PROFILE");
	}

	private Map<String, String> files(String credentials, String config) throws IOException {
		return Map.of("AWS_SHARED_CREDENTIALS_FILE",
				Files.writeString(this.folder.resolve("credentials"), credentials).toString(), "AWS_CONFIG_FILE",
				Files.writeString(this.folder.resolve("config"), config).toString());
	}

	private RecordedRequest profile(Map<String, String> files, @Nullable String name) {
		return asked((name != null) ? with(files, "AWS_PROFILE", name) : files);
	}

	private LlmException failure(Map<String, String> environment) {
		return catchThrowableOfType(LlmException.class, () -> ask(client(environment)));
	}

	private RecordedRequest asked(Map<String, String> environment) {
		ask(client(environment));
		return this.llm.takeRequest();
	}

	private static void ask(LlmClient client) {
		client.chat("bedrock/amazon.nova-pro-v1:0").maxAttempts(1).user("Hi").call().content();
	}

	private LlmClient client(Map<String, String> environment) {
		Map<String, String> all = with(environment, "AWS_STS_ENDPOINT", this.sts.url());
		return LlmClient.builder()
			.authScheme(new AwsScheme(ClassLoader.getPlatformClassLoader()))
			.environment(all::get)
			.provider("bedrock", (provider) -> provider.baseUrl(this.llm.url()))
			.build();
	}

	private static Map<String, String> with(Map<String, String> environment, String name, String value) {
		Map<String, String> all = new LinkedHashMap<>(environment);
		all.put(name, value);
		return all;
	}

}
