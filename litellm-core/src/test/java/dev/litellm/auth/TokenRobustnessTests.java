package dev.litellm.auth;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.litellm.LlmClient;
import dev.litellm.call.Retries;
import dev.litellm.dialect.Fuzz;
import dev.litellm.error.LlmException;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that what an issuer of tokens answers makes a token, or a failure that tells what
 * it is, whatever it holds; over real sockets.
 */
class TokenRobustnessTests {

	private static final int ROUNDS = 60;

	private static final String TOKEN = """
			{"access_token":"t","token":"t","token_type":"bearer","expires_in":3600,"refresh_in":1500,
			 "expires_at":4102444800,"endpoints":{"api":"https://api.githubcopilot.com"}}""";

	private static final String KEYS = """
			<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>id</AccessKeyId>
			<SecretAccessKey>secret</SecretAccessKey><SessionToken>t</SessionToken>
			<Expiration>2030-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>""";

	private static final List<String> OTHER = List.of("", "null", "[]", "3", "<html>busy</html>", "[".repeat(100_000),
			"{\"access_token\":\"t\",\"token\":\"t\",\"expires_in\":9223372036854775807}",
			"{\"token\":\"t\",\"refresh_in\":9223372036854775807}", "{\"token\":\"t\",\"refresh_in\":-1e400}",
			"{\"token\":\"t\",\"access_token\":\"t\",\"expires_at\":9223372036854775807}",
			"{\"token\":\"t\",\"access_token\":\"t\",\"expires_at\":-9223372036854775808}",
			"{\"token\":\"t\",\"endpoints\":{\"api\":\"ht tp://x\"}}", "{\"token\":\"t\",\"endpoints\":{\"api\":\"\"}}",
			KEYS.replace("2030", "+999999999"), KEYS.replace("2030-01", "x"));

	private final ScriptedLlm llm = ScriptedLlm.start();

	private final ScriptedLlm issuer = ScriptedLlm.start();

	@AfterEach
	void stop() {
		this.llm.close();
		this.issuer.close();
	}

	static List<Issuance> issuances() {
		return Issuance.all();
	}

	@ParameterizedTest
	@MethodSource("issuances")
	void comesToATokenOrToAFailureThatTellsWhatItIs(Issuance issuance) {
		this.llm.otherwise(issuance.answer());
		Fuzz fuzz = new Fuzz(42);
		byte[] token = (issuance.name().startsWith("aws") ? KEYS : TOKEN).getBytes(StandardCharsets.UTF_8);
		for (int round = 0; round < ROUNDS; round++) {
			check(issuance, fuzz.spoil(token));
		}
		OTHER.forEach((answer) -> check(issuance, answer.getBytes(StandardCharsets.UTF_8)));
	}

	private void check(Issuance issuance, byte[] answer) {
		this.issuer.reset();
		this.issuer.otherwise(Reply.raw(200, "application/json", answer));
		LlmClient client = issuance.configure(LlmClient.builder(), this.llm, this.issuer)
			.settings((settings) -> settings.withRetries(Retries.ofMaxAttempts(1)))
			.build();
		try {
			assertThat(client.chat(issuance.model()).user("hi").call().content()).isNotNull();
		}
		catch (LlmException ex) {
			String body = new String(answer, StandardCharsets.UTF_8);
			assertThat(ex.failure().message()).as(body.substring(0, Math.min(body.length(), 300)))
				.doesNotStartWith("unexpected ")
				.contains("oken");
		}
	}

}
