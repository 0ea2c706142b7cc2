package dev.litellm.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.litellm.LlmClientBuilder;
import dev.litellm.ProviderSpec;
import dev.litellm.json.Json;
import dev.litellm.provider.Auth;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

/**
 * A way in which tokens are issued, for tests of what holds for all of them. All that is
 * secret in it says "hidden".
 *
 * @param name what it is called in reports
 * @param model a model that is asked with its tokens
 * @param settings what a message says to check when no token is issued
 * @param answer the provider's answer
 * @param token the issuer's answer, for a token and its time
 * @param provider sets the provider up, for the issuer
 */
record Issuance(String name, String model, List<String> settings, Reply answer,
		BiFunction<String, Duration, Reply> token, Function<String, Consumer<ProviderSpec>> provider) {

	private static final Reply OPENAI = Reply.text("hello");

	private static final Reply CONVERSE = Reply
		.json("{\"output\": {\"message\": {\"content\": [{\"text\": \"hello\"}]}}, \"stopReason\": \"end_turn\"}");

	private static final Reply GEMINI = Reply
		.json("{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"hello\"}]},\"finishReason\":\"STOP\"}]}");

	private static final String ROLE = "arn:aws:iam::123456789012:role/bedrock";

	static List<Issuance> all() {
		return List.of(
				new Issuance("aws role", "bedrock/amazon.nova-pro-v1:0", List.of("role", "sts-endpoint"), CONVERSE,
						Issuance::keys,
						(issuer) -> (spec) -> spec.option("access-key-id", "AKIDOWN")
							.option("secret-access-key", "k-hidden")
							.option("role", ROLE)
							.option("sts-endpoint", issuer)),
				new Issuance("aws web identity", "bedrock/amazon.nova-pro-v1:0", List.of("role", "web-identity-token"),
						CONVERSE, Issuance::keys,
						(issuer) -> (spec) -> spec.option("web-identity-token", "jwt-hidden")
							.option("role", ROLE)
							.option("sts-endpoint", issuer)),
				new Issuance("azure secret", "azure/gpt", List.of("client-secret", "tenant-id"), OPENAI,
						Issuance::oauth, (issuer) -> (spec) -> azure(spec, issuer).option("client-secret", "k-hidden")),
				new Issuance("azure federated", "azure/gpt", List.of("ad-token", "tenant-id"), OPENAI, Issuance::oauth,
						(issuer) -> (spec) -> azure(spec, issuer).option("ad-token", "oidc/env/HIDDEN")),
				new Issuance("copilot", "github_copilot/gpt", List.of("api-key", "token-url"), OPENAI,
						(token, time) -> Reply
							.json(Json.text(Map.of("token", token, "refresh_in", time.toSeconds() - 60))),
						(issuer) -> (spec) -> spec.apiKey("k-hidden").option("token-url", issuer + "/token")),
				new Issuance("gigachat", "gigachat/GigaChat-2", List.of("api-key", "auth-url"), OPENAI, Issuance::until,
						(issuer) -> (spec) -> spec.apiKey("k-hidden").option("auth-url", issuer + "/oauth")),
				new Issuance("google", "vertex_ai/gemini-2.5-flash", List.of("credentials"), GEMINI, Issuance::oauth,
						(issuer) -> (spec) -> spec.option("credentials", account(issuer))),
				new Issuance("ibm-iam", "watsonx/m", List.of("api-key", "iam-url"), OPENAI, Issuance::oauth,
						(issuer) -> (spec) -> spec.apiKey("k-hidden").option("iam-url", issuer + "/identity/token")),
				new Issuance("oauth2", "databricks/m", List.of("client-secret", "token-url"), OPENAI, Issuance::oauth,
						(issuer) -> (spec) -> client(spec, issuer)),
				new Issuance("oauth2:body", "own/m", List.of("client-secret", "token-url"), OPENAI, Issuance::oauth,
						(issuer) -> (spec) -> client(spec.auth(Auth.parse("oauth2:body")), issuer)));
	}

	LlmClientBuilder configure(LlmClientBuilder builder, ScriptedLlm llm, ScriptedLlm issuer) {
		return builder.environment(Map.of("HIDDEN", "jwt-hidden")::get)
			.provider(providerName(), (spec) -> this.provider.apply(issuer.url()).accept(spec.baseUrl(llm.url())));
	}

	/**
	 * Return what the issuer sees.
	 * @return the credential
	 */
	String shown() {
		return (this.settings.contains("ad-token") || this.settings.contains("web-identity-token")) ? "jwt-hidden"
				: this.settings.contains("credentials") ? "" : "k-hidden";
	}

	String providerName() {
		return this.model.substring(0, this.model.indexOf('/'));
	}

	@Override
	public String toString() {
		return this.name;
	}

	private static ProviderSpec azure(ProviderSpec spec, String issuer) {
		return spec.option("tenant-id", "my-tenant").option("client-id", "my-app").option("authority-host", issuer);
	}

	private static void client(ProviderSpec spec, String issuer) {
		spec.option("client-id", "my-app")
			.option("client-secret", "k-hidden")
			.option("token-url", issuer + "/oidc/v1/token");
	}

	private static String account(String issuer) {
		return Json.text(Map.of("type", "service_account", "project_id", "my-project", "private_key_id", "k-1",
				"private_key", RsaKeys.PEM, "client_email", "robot@my-project.example", "client_id", "7", "token_uri",
				issuer + "/token"));
	}

	private static Reply oauth(String token, Duration time) {
		return Reply.json(Json.text(Map.of("access_token", token, "expires_in", time.toSeconds())));
	}

	/** From the issuer's clock, which is that of the machine. */
	private static Reply until(String token, Duration time) {
		return Reply
			.json(Json.text(Map.of("access_token", token, "expires_at", Instant.now().plus(time).toEpochMilli())));
	}

	private static Reply keys(String token, Duration time) {
		return Reply.raw(200, "text/xml", """
				<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIAROLE</AccessKeyId>
				<SecretAccessKey>role-hidden</SecretAccessKey><SessionToken>%s</SessionToken>
				<Expiration>%s</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>""".formatted(token,
				Instant.now().plus(time)));
	}

}
