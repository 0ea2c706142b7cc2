package dev.litellm.auth;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.litellm.LlmClient;
import dev.litellm.error.LlmAuthenticationException;
import dev.litellm.error.LlmException;
import dev.litellm.test.RecordedRequest;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for Oracle's signatures, checked with the public key.
 */
class OciAuthSchemeTests {

	private static final Pattern SIGNATURE = Pattern.compile("Signature version=\"1\",keyId=\"t/u/11:22\","
			+ "algorithm=\"rsa-sha256\",headers=\"([^\"]+)\",signature=\"([^\"]+)\"");

	private static final String MODEL = "oci/meta.llama-3.3-70b-instruct";

	@TempDir
	private Path directory;

	private final ScriptedLlm llm = ScriptedLlm.start();

	@AfterEach
	void stop() {
		this.llm.close();
	}

	@Test
	void signsWhatReallyGoesOut() throws Exception {
		checkSignature(call("private-key", RsaKeys.PEM));
	}

	@Test
	void takesKeysOfTheOlderFormWithLineBreaksWritten() throws Exception {
		checkSignature(call("private-key", RsaKeys.pkcs1().replace("\n", "\\n")));
	}

	@Test
	void readsTheKeyFromAFileWithALabelBehindIt() throws Exception {
		Path file = Files.writeString(this.directory.resolve("key.pem"), RsaKeys.PEM + "\nOCI_API_KEY\n");
		checkSignature(call("private-key-file", file.toString()));
	}

	@Test
	void readsTheKeyAgainAfterItWasRefused() throws Exception {
		Path file = Files.writeString(this.directory.resolve("key.pem"), RsaKeys.PEM);
		LlmClient client = client("private-key-file", file.toString());
		this.llm.otherwise(Reply.error(401, "NotAuthenticated"));
		fail(client);
		Files.writeString(file, "nothing");
		assertThat(fail(client)).hasMessageContaining("PEM");
		assertThat(this.llm.requests()).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					-----BEGIN ENCRYPTED PRIVATE KEY-----\\nAAAA\\n-----END ENCRYPTED PRIVATE KEY-----                   | passphrase
					-----BEGIN RSA PRIVATE KEY-----\\nProc-Type: 4,ENCRYPTED\\nAAAA\\n-----END RSA PRIVATE KEY-----      | passphrase
					-----BEGIN EC PRIVATE KEY-----\\nAAAA\\n-----END EC PRIVATE KEY-----                                 | RSA
					-----BEGIN PRIVATE KEY-----\\nsecret-bytes\\n-----END PRIVATE KEY-----                               | cannot be read
					secret-bytes                                                                                         | PEM
					""")
	void saysWhatIsWrongWithAKeyWithoutTellingIt(String key, String problem) {
		LlmException failure = fail(client("private-key", key));
		assertThat(failure).isInstanceOf(LlmAuthenticationException.class)
			.hasMessageContaining(problem)
			.hasMessageContaining("litellm.providers.oci.options.private-key")
			.hasMessageContaining("OCI_KEY");
		assertThat(failure.toString()).doesNotContain("secret-bytes").doesNotContain("AAAA");
		assertThat(this.llm.requests()).isEmpty();
	}

	@Test
	void saysWhichOptionsAreMissing() {
		LlmClient client = LlmClient.builder().environment((name) -> null).build();
		assertThat(fail(client)).isInstanceOf(LlmAuthenticationException.class)
			.hasMessageContaining("litellm.providers.oci.options.tenancy")
			.hasMessageContaining("OCI_TENANCY");
		assertThat(fail(client("user", "u"))).hasMessageContaining("options.private-key-file");
		assertThat(fail(client("private-key-file", this.directory.resolve("none.pem").toString())))
			.hasMessageContaining("cannot be read");
	}

	private RecordedRequest call(String option, String value) {
		this.llm.enqueue(Reply.json("""
				{"modelId": "m", "chatResponse": {"choices": [{"index": 0, "finishReason": "stop",
				 "message": {"role": "ASSISTANT", "content": [{"type": "TEXT", "text": "Hi."}]}}]}}"""));
		assertThat(client(option, value).chat(MODEL).user("Grüße").call().content()).isEqualTo("Hi.");
		return this.llm.takeRequest();
	}

	private static void checkSignature(RecordedRequest request) throws GeneralSecurityException, IOException {
		byte[] digest = MessageDigest.getInstance("SHA-256").digest(request.bytes());
		assertThat(request.header("x-content-sha256")).isEqualTo(Base64.getEncoder().encodeToString(digest));
		Matcher matcher = SIGNATURE.matcher(request.header("authorization"));
		assertThat(matcher.matches()).isTrue();
		assertThat(matcher.group(1))
			.isEqualTo("date (request-target) host content-length content-type x-content-sha256");
		StringBuilder text = new StringBuilder();
		for (String name : matcher.group(1).split(" ")) {
			String value = name.startsWith("(") ? "post /20231130/actions/chat" : request.header(name);
			text.append(text.isEmpty() ? "" : "\n").append(name).append(": ").append(value);
		}
		Signature signature = Signature.getInstance("SHA256withRSA");
		signature.initVerify(RsaKeys.PAIR.getPublic());
		signature.update(text.toString().getBytes(StandardCharsets.UTF_8));
		assertThat(signature.verify(Base64.getDecoder().decode(matcher.group(2)))).isTrue();
	}

	private LlmException fail(LlmClient client) {
		return catchThrowableOfType(LlmException.class,
				() -> client.chat(MODEL).user("Hi").maxAttempts(1).call().content());
	}

	private LlmClient client(String option, String value) {
		return LlmClient.builder()
			.environment((name) -> null)
			.provider("oci",
					(provider) -> provider.baseUrl(this.llm.url())
						.option("tenancy", "t")
						.option("user", "u")
						.option("fingerprint", "11:22")
						.option("compartment-id", "c")
						.option(option, value))
			.build();
	}

}
