package dev.litellm.provider;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.litellm.LlmClientBuilder;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.LlmException;
import dev.litellm.transport.WireRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that a key goes to its own provider's host and nowhere else, for every provider.
 */
class KeyLawTests {

	private static final String OWN_BASE = "https://own.example/v1";

	private static final String KEY = "own-key-of-the-provider";

	private final Wires wires = new Wires();

	static Stream<Arguments> providers() {
		return Wires.arguments((provider) -> !provider.login().keyVariables().isEmpty());
	}

	static Stream<Arguments> senders() {
		return Wires.arguments((provider) -> !provider.login().keyVariables().isEmpty() && !exchanges(provider));
	}

	static Stream<Arguments> exchangers() {
		return Wires.arguments(KeyLawTests::exchanges);
	}

	private static boolean exchanges(Provider provider) {
		return Set.of("copilot", "gigachat", "ibm-iam").contains(provider.login().auth().scheme());
	}

	static Stream<Arguments> keyless() {
		return Wires.arguments((provider) -> provider.login().keyVariables().isEmpty()
				&& !provider.login().auth().scheme().equals("google"));
	}

	@ParameterizedTest
	@MethodSource("keyless")
	void saysWhichOptionIsMissingWhereThereIsNoKey(Provider provider) {
		LlmException failure = this.wires.call(provider, Wires.foreignKeys(provider),
				(builder) -> based(builder, provider));
		assertThat(this.wires.requests()).isEmpty();
		assertThat(failure.kind()).isIn(ErrorKind.AUTHENTICATION, ErrorKind.NOT_FOUND);
		assertThat(failure).hasMessageContaining("litellm.providers." + provider.name() + ".options.");
	}

	@ParameterizedTest
	@MethodSource("providers")
	void borrowsNoKeyOfAnotherProvider(Provider provider) {
		Map<String, String> environment = Wires.foreignKeys(provider);
		assertThat(environment).hasSizeGreaterThan(80);
		LlmException failure = this.wires.call(provider, environment, (builder) -> based(builder, provider));
		if (provider.login().optional() || provider.login().standIn() != null) {
			assertThat(this.wires.requests()).singleElement()
				.satisfies((request) -> assertThat(everything(request)).doesNotContain("foreign-key"));
			return;
		}
		assertThat(this.wires.requests()).isEmpty();
		assertThat(failure.kind()).isEqualTo(ErrorKind.AUTHENTICATION);
		assertThat(failure).hasMessageContaining("litellm.providers." + provider.name() + ".api-key")
			.hasMessageContaining(provider.login().keyVariables().get(0));
	}

	@ParameterizedTest
	@MethodSource("providers")
	void asksNobodyElseWithoutABaseUrl(Provider provider) {
		LlmException failure = this.wires.call(provider, ownKey(provider), (builder) -> builder);
		if (provider.address().baseUrl() == null) {
			assertThat(this.wires.requests()).isEmpty();
			assertThat(failure).hasMessageContaining("litellm.providers." + provider.name() + ".base-url");
		}
		else {
			assertThat(this.wires.requests()).hasSize(1);
		}
	}

	@ParameterizedTest
	@MethodSource("senders")
	void sendsTheKeyInItsHeaderToItsOwnHostAlone(Provider provider) {
		this.wires.call(provider, ownKey(provider), (builder) -> based(builder, provider));
		assertThat(this.wires.requests()).singleElement().satisfies((request) -> {
			Provider filled = provider.fill((name) -> name.contains("REGION") ? null : "x");
			String base = (filled.address().baseUrl() != null) ? filled.address().baseUrl() : OWN_BASE;
			assertThat(BaseUrls.sameOrigin(request.uri().toString(), base)).isTrue();
			Auth auth = header(provider);
			assertThat(request.headers()).containsEntry(auth.header(), auth.prefix() + KEY);
			assertThat(request.headers().values().stream().filter((value) -> value.contains(KEY))).hasSize(1);
			assertThat(request.uri().toString()).doesNotContain(KEY);
			assertThat(new String(request.body().bytes(), java.nio.charset.StandardCharsets.UTF_8)).doesNotContain(KEY);
		});
	}

	@ParameterizedTest
	@MethodSource("exchangers")
	void showsTheKeyThatIsExchangedToItsIssuerAlone(Provider provider) {
		this.wires.call(provider, ownKey(provider), (builder) -> based(builder, provider));
		Options options = provider.fill((name) -> null).options();
		List<String> issuers = Stream.of("auth-url", "iam-url", "token-url")
			.map(options::text)
			.filter(java.util.Objects::nonNull)
			.toList();
		assertThat(this.wires.requests()).singleElement().satisfies((request) -> {
			assertThat(issuers).containsExactly(request.uri().toString());
			assertThat(everything(request)).contains(KEY);
		});
	}

	@ParameterizedTest
	@MethodSource("providers")
	void claimsToBeNobodyElse(Provider provider) {
		this.wires.call(provider, ownKey(provider), (builder) -> based(builder, provider));
		WireRequest request = this.wires.requests().get(0);
		assertThat(request.headers().toString().toLowerCase(java.util.Locale.ROOT)).doesNotContain("litellm");
	}

	/** Where a key stands, also of those who know tokens and signatures beside. */
	static Auth header(Provider provider) {
		Auth auth = provider.login().auth();
		if (auth.isKey()) {
			return auth;
		}
		return auth.argument().endsWith(".*=>header:api-key") ? Auth.parse("header:api-key") : Auth.bearer();
	}

	private static Map<String, String> ownKey(Provider provider) {
		Map<String, String> environment = new TreeMap<>();
		List<String> variables = provider.login().keyVariables();
		environment.put(variables.get(variables.size() - 1), KEY);
		return environment;
	}

	private static LlmClientBuilder based(LlmClientBuilder builder, Provider provider) {
		return (provider.address().baseUrl() != null) ? builder
				: builder.provider(provider.name(), (own) -> own.baseUrl(OWN_BASE));
	}

	private static String everything(WireRequest request) {
		return request.uri() + " " + request.headers() + " "
				+ new String(request.body().bytes(), java.nio.charset.StandardCharsets.UTF_8);
	}

}
