package dev.litellm.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.litellm.benchmarks.client.ClientKind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link Targets}. */
class TargetsTests {

	private static final Measurement RAW = measurement(ClientKind.WEBCLIENT, 30, 500, 300);

	private static final Measurement LIGHTEST = measurement(ClientKind.LANGCHAIN4J, 32, 240, 0);

	@Test
	void meetsEveryTargetAtItsBound() {
		assertThat(verdicts(measurement(ClientKind.LITELLM, 33, 239, 0), RAW, LIGHTEST)).containsExactly("met", "met",
				"met", "met", "met");
	}

	@Test
	void missesEveryTargetBeyondItsBound() {
		assertThat(verdicts(measurement(ClientKind.LITELLM, 33.1, 251, 1), RAW, LIGHTEST)).containsOnly("**missed**")
			.hasSize(5);
	}

	@Test
	void missesTheLeastStreamWhenAnotherIsAsLight() {
		assertThat(verdicts(measurement(ClientKind.LITELLM, 33, 240, 0), RAW, LIGHTEST)).containsExactly("met", "met",
				"met", "**missed**", "met");
	}

	@Test
	void judgesEachConfiguration() {
		String table = new Targets(List.of(measurement(ClientKind.LITELLM, 33, 200, 0),
				measurement(ClientKind.LITELLM_CONFIGURED, 40, 200, 0), RAW))
			.render();
		assertThat(table).contains("| LiteLLM for Spring Boot | 1.10 × | met |")
			.contains("| " + ClientKind.LITELLM_CONFIGURED.label() + " | 1.33 × | **missed** |");
	}

	@Test
	void judgesNothingWithoutRawWebClient() {
		assertThat(new Targets(List.of(LIGHTEST)).render()).contains("not judged");
	}

	private static List<String> verdicts(Measurement... measurements) {
		return new Targets(List.of(measurements)).render()
			.lines()
			.skip(4)
			.map((line) -> Arrays.asList(line.split("\\|")).get(4).trim())
			.toList();
	}

	private static Measurement measurement(ClientKind client, double call, double stream, int failed) {
		BurstResult burst = new BurstResult(1_800 - failed, failed, 1_800, 13, 3_000, 900, stream, "");
		return new Measurement(client, new Operation(call, call, 300), new Operation(stream, 900, 1_200),
				Map.of(1_800, burst));
	}

}
