package dev.litellm.provider;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class VariantTests {

	private final Provider provider = ProviderLine
		.read("own",
				"openai https://{@host}/v1 key=OWN_KEY option.region=OWN_REGION|ANY_REGION:eu option.version="
						+ " derive.host=region:eu=>own.example;.+=>$0.own.example query=api-version:{@version}"
						+ " headers=x-region:{@region} model=([a-z]+)/(.+)=>$2=>@region=$1")
		.withVariants(java.util.List.of(ProviderLine.variant("own#claude",
				"anthropic - for=claude.* path=/{model}:raw path.chat-stream=/{model}:stream headers=x-claude:yes")));

	@Test
	void fillsOptionsFromTheEnvironmentElseFromTheDefault() {
		assertThat(this.provider.fill((name) -> null).address().baseUrl()).isEqualTo("https://own.example/v1");
		assertThat(this.provider.fill(Map.of("ANY_REGION", "us")::get).address().baseUrl())
			.isEqualTo("https://us.own.example/v1");
		assertThat(this.provider.fill(Map.of("ANY_REGION", "us", "OWN_REGION", "asia")::get).headers())
			.containsEntry("x-region", "asia");
	}

	@Test
	void whatTheApplicationSetsWinsOverTheEnvironment() {
		Provider set = this.provider.withOptions(this.provider.options().with("region", "moon"));
		assertThat(set.fill(Map.of("OWN_REGION", "us")::get).options().text("region")).isEqualTo("moon");
	}

	@Test
	void leavesAQueryParameterOutThatNothingFills() {
		assertThat(path(this.provider)).isEqualTo("/chat/completions");
		Provider set = this.provider.withOptions(this.provider.options().with("version", "2024-01-01"));
		assertThat(path(set)).isEqualTo("/chat/completions?api-version=2024-01-01");
	}

	@Test
	void aModelsNameMaySetAnOption() {
		ModelRule.Route route = this.provider.address().route("us/gpt");
		assertThat(route.model()).isEqualTo("gpt");
		assertThat(route.options()).containsEntry("region", "us");
	}

	@Test
	void refusesAnUnknownOptionWithThoseThatThereAre() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.provider.options().with("zone", "x"))
			.withMessage("Option 'zone' is unknown here: give one of [region, version]");
	}

	@Test
	void neverPrintsTheValueOfAnOption() {
		Provider set = this.provider.withOptions(this.provider.options().with("version", "sk-hidden"));
		assertThat(set.toString()).doesNotContain("sk-hidden").contains("version");
		assertThat(set.options().toString()).doesNotContain("sk-hidden");
	}

	@Test
	void aVariantSpeaksAnotherDialectAtTheProvidersAddress() {
		Provider claude = this.provider.of("claude-x");
		assertThat(claude.dialect()).isEqualTo("anthropic");
		assertThat(claude.headers()).containsEntry("x-claude", "yes").containsKey("x-region");
		assertThat(claude.address().baseUrl()).isEqualTo("https://{@host}/v1");
		assertThat(claude.address().path("https://own.example", "chat", "/chat/completions", false))
			.isEqualTo("/{model}:raw");
		assertThat(claude.address().path("https://own.example", "chat", "/chat/completions", true))
			.isEqualTo("/{model}:stream");
		assertThat(claude.login().keyVariables()).containsExactly("OWN_KEY");
		assertThat(this.provider.of("gpt").dialect()).isEqualTo("openai");
	}

	@Test
	void aBaseUrlOfTheApplicationIsTheVariantsToo() {
		Provider set = this.provider.withAddress(this.provider.address().withBaseUrl("https://gate.example"));
		assertThat(set.of("claude-x").address().baseUrl()).isEqualTo("https://gate.example");
	}

	private static String path(Provider provider) {
		return provider.fill((name) -> null).address().path("https://own.example", "chat", "/chat/completions", false);
	}

}
