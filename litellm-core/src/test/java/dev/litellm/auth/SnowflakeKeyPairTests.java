package dev.litellm.auth;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

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
 * Tests of the tokens that are signed for Snowflake, checked with the public key.
 */
class SnowflakeKeyPairTests {

	private final HandClock clock = new HandClock(Instant.parse("2026-01-01T00:00:00Z"));

	private final ScriptedLlm llm = ScriptedLlm.start().otherwise(Reply.text("hello"));

	@AfterEach
	void stop() {
		this.llm.close();
	}

	@Test
	void signsATokenWithTheUsersKeyForAnHour() throws Exception {
		LlmClient client = client(Map.of("SNOWFLAKE_PRIVATE_KEY", RsaKeys.encrypted("open-sesame"),
				"SNOWFLAKE_PRIVATE_KEY_PASSPHRASE", "open-sesame"));
		RecordedRequest request = asked(client);
		assertThat(request.header("X-Snowflake-Authorization-Token-Type")).isEqualTo("KEYPAIR_JWT");
		String token = String.valueOf(request.header("Authorization")).substring("Bearer ".length());
		String[] parts = token.split("[.]");
		Signature signature = Signature.getInstance("SHA256withRSA");
		signature.initVerify(RsaKeys.PAIR.getPublic());
		signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.UTF_8));
		assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
		String fingerprint = Base64.getEncoder()
			.encodeToString(MessageDigest.getInstance("SHA-256").digest(RsaKeys.PAIR.getPublic().getEncoded()));
		assertThat(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)).contains(
				"\"sub\":\"MY-ACCOUNT.ME\"", "\"iss\":\"MY-ACCOUNT.ME.SHA256:" + fingerprint + "\"",
				"\"iat\":1767225600", "\"exp\":1767229140");
		assertThat(asked(client).header("Authorization")).isEqualTo("Bearer " + token);
		this.clock.pass(Duration.ofHours(1));
		assertThat(asked(client).header("Authorization")).isNotEqualTo("Bearer " + token);
	}

	@Test
	void readsTheKeyFromAFileAndGivesATokenThatIsSetTheFirstPlace(@TempDir Path folder) throws IOException {
		String file = Files.writeString(folder.resolve("key.p8"), RsaKeys.PEM).toString();
		assertThat(asked(client(Map.of("SNOWFLAKE_PRIVATE_KEY_FILE", file))).header("Authorization"))
			.startsWith("Bearer ey");
		assertThat(asked(client(Map.of("SNOWFLAKE_PRIVATE_KEY_FILE", file, "SNOWFLAKE_JWT", "jwt-test")))
			.header("Authorization")).isEqualTo("Bearer jwt-test");
	}

	@Test
	void saysWhatIsMissing() {
		LlmException failure = catchThrowableOfType(LlmException.class, () -> asked(client(Map.of())));
		assertThat(failure).hasMessageContaining("SNOWFLAKE_JWT")
			.hasMessageContaining("litellm.providers.snowflake.options.private-key-file");
		failure = catchThrowableOfType(LlmException.class,
				() -> asked(client(Map.of("SNOWFLAKE_PRIVATE_KEY", RsaKeys.PEM, "SNOWFLAKE_USER", ""))));
		assertThat(failure).hasMessageContaining("litellm.providers.snowflake.options.user");
	}

	private RecordedRequest asked(LlmClient client) {
		client.chat("snowflake/llama4-maverick").user("hi").maxAttempts(1).call().content();
		return this.llm.takeRequest();
	}

	private LlmClient client(Map<String, String> environment) {
		Map<String, String> all = new HashMap<>(
				Map.of("SNOWFLAKE_ACCOUNT_ID", "my-account.eu-west-1", "SNOWFLAKE_USER", "me"));
		all.putAll(environment);
		return LlmClient.builder()
			.clock(this.clock)
			.environment(all::get)
			.provider("snowflake", (spec) -> spec.baseUrl(this.llm.url()))
			.build();
	}

}
