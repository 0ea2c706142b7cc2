package dev.litellm.auth;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.litellm.LlmClient;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.LlmException;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests of who signs at Oracle Cloud: users and sessions of profiles.
 */
class OciLoginTests {

	private final HandClock clock = new HandClock(Instant.now());

	private final ScriptedLlm llm = ScriptedLlm.start().otherwise(Reply.json("""
			{"modelId": "m", "chatResponse": {"choices": [{"index": 0, "finishReason": "stop",
			 "message": {"role": "ASSISTANT", "content": [{"type": "TEXT", "text": "Hi."}]}}]}}"""));

	@TempDir
	private Path folder;

	@AfterEach
	void stop() {
		this.llm.close();
	}

	@Test
	void signsAsTheUserOfAProfile() throws IOException {
		String key = write("key.pem", RsaKeys.encrypted("open-sesame"));
		String config = write("config",
				"[DEFAULT]\nuser=u\ntenancy=t\nfingerprint=11:22\nkey_file=" + key
						+ "\npass_phrase=open-sesame\n[OTHER]\nuser=u2\ntenancy=t\nfingerprint=11:22\nkey_file=" + key
						+ "\npass_phrase=wrong\n");
		assertThat(signer(client(Map.of("OCI_CONFIG_FILE", config)))).isEqualTo("t/u/11:22");
		assertThat(fail(Map.of("OCI_CONFIG_FILE", config, "OCI_CLI_PROFILE", "OTHER")))
			.hasMessageContaining("cannot be opened by the passphrase")
			.hasMessageNotContaining("wrong");
		assertThat(signer(client(
				Map.of("OCI_CONFIG_FILE", config, "OCI_CLI_PROFILE", "OTHER", "OCI_CLI_PASSPHRASE", "open-sesame"))))
			.isEqualTo("t/u2/11:22");
		assertThat(fail(Map.of("OCI_CONFIG_FILE", config, "OCI_CLI_PROFILE", "NONE")))
			.hasMessageContaining("no profile 'NONE'")
			.hasMessageContaining("litellm.providers.oci.options.profile");
	}

	@Test
	void signsWithTheTokenOfASessionAndReadsItAnewAheadOfItsEnd() throws IOException {
		String file = write("token", token(Duration.ofHours(1)));
		String config = write("config", "[SESSION]\nfingerprint=11:22\nkey_file=" + write("key.pem", RsaKeys.PEM)
				+ "\nsecurity_token_file=" + file + "\n");
		LlmClient client = client(Map.of("OCI_CONFIG_FILE", config, "OCI_CLI_PROFILE", "SESSION"));
		assertThat(signer(client)).isEqualTo("ST$" + Files.readString(Path.of(file)));
		String next = token(Duration.ofHours(2));
		write("token", next);
		this.clock.pass(Duration.ofMinutes(60));
		assertThat(signer(client)).isEqualTo("ST$" + next);
	}

	@Test
	void saysHowToRenewASessionThatIsOver() throws IOException {
		LlmException failure = fail(Map.of("OCI_CLI_SECURITY_TOKEN_FILE", write("token", token(Duration.ofHours(-1))),
				"OCI_KEY", RsaKeys.PEM));
		assertThat(failure.kind()).isEqualTo(ErrorKind.AUTHENTICATION);
		assertThat(failure).hasMessageContaining("oci session refresh")
			.hasMessageContaining("OCI_CLI_SECURITY_TOKEN_FILE");
	}

	@Test
	void saysWhichLoginsItDoesNotKnow() {
		assertThat(fail(Map.of("OCI_CLI_AUTH", "instance_principal"))).hasMessageContaining("instance_principal")
			.hasMessageContaining("AuthScheme bean named 'oci'")
			.hasMessageContaining("OCI_CLI_AUTH");
	}

	private String signer(LlmClient client) {
		client.chat("oci/meta.llama-3.3-70b-instruct").user("Hi").maxAttempts(1).call().content();
		return String.valueOf(this.llm.takeRequest().header("authorization"))
			.replaceAll(".*keyId=\"([^\"]+)\".*", "$1");
	}

	private LlmException fail(Map<String, String> environment) {
		int before = this.llm.requests().size();
		LlmException failure = catchThrowableOfType(LlmException.class, () -> signer(client(environment)));
		assertThat(this.llm.requests()).hasSize(before);
		return failure;
	}

	private LlmClient client(Map<String, String> environment) {
		Map<String, String> all = new HashMap<>(environment);
		all.put("OCI_COMPARTMENT_ID", "c");
		return LlmClient.builder()
			.clock(this.clock)
			.environment(all::get)
			.provider("oci", (provider) -> provider.baseUrl(this.llm.url()))
			.build();
	}

	private String token(Duration life) {
		byte[] claims = ("{\"exp\":" + this.clock.instant().plus(life).getEpochSecond() + "}")
			.getBytes(StandardCharsets.UTF_8);
		return "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims) + ".sig";
	}

	private String write(String name, String text) throws IOException {
		return Files.writeString(this.folder.resolve(name), text).toString();
	}

}
