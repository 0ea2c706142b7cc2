package dev.litellm.benchmarks;

import java.nio.file.Path;
import java.util.List;

import dev.litellm.benchmarks.client.ClientKind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Tests for {@link Plan}. */
class PlanTests {

	@Test
	void measuresEveryClientInFullByDefault() {
		Plan plan = Plan.parse(List.of());
		assertThat(plan.clients()).containsExactly(ClientKind.values());
		assertThat(plan.depth()).isEqualTo(Plan.Depth.FULL);
		assertThat(plan.report()).isNull();
	}

	@Test
	void takesADepthAndClients() {
		Plan plan = Plan.parse(List.of("--quick", "--only", "openai-java,webclient"));
		assertThat(plan.clients()).containsExactly(ClientKind.WEBCLIENT, ClientKind.OPENAI_JAVA);
		assertThat(plan.depth()).isEqualTo(Plan.Depth.QUICK);
	}

	@Test
	void reportsARunOfAllClientsOnly() {
		assertThat(Plan.parse(List.of("--short", "--report", "docs/x.md")).depth()).isEqualTo(Plan.Depth.SHORT);
		assertThat(Plan.parse(List.of("--report", "docs/x.md")).report()).isEqualTo(Path.of("docs/x.md"));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Plan.parse(List.of("--report", "docs/x.md", "--only", "jdk")))
			.withMessageContaining("all clients");
		assertThatIllegalArgumentException().isThrownBy(() -> Plan.parse(List.of("--quick", "--report", "docs/x.md")))
			.withMessageContaining("all clients");
	}

	@Test
	void namesTheClientsWhenOneIsUnknown() {
		assertThatIllegalArgumentException().isThrownBy(() -> Plan.parse(List.of("--only", "curl")))
			.withMessageContainingAll("\"curl\"", "spring-ai-model");
	}

	@Test
	void namesTheOptionsWhenOneIsUnknown() {
		assertThatIllegalArgumentException().isThrownBy(() -> Plan.parse(List.of("--only")))
			.withMessageContainingAll("\"--only\"", "--quick");
	}

}
