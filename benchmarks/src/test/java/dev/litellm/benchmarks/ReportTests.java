package dev.litellm.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import dev.litellm.benchmarks.client.ClientKind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Tests for {@link Report}. */
class ReportTests {

	private static final BurstResult SMALL = new BurstResult(200, 0, 200, 11, 1_040, 900, 500, "");

	private static final BurstResult LARGE = new BurstResult(1_500, 300, 500, 13, 7_000, 1_100, 480, "Pool is full");

	@Test
	void setsEachClientBesideRawWebClient() {
		String report = new Report(List.of(measurement(ClientKind.WEBCLIENT, 30), measurement(ClientKind.JDK, 15)))
			.render(LocalDate.of(2026, 11, 22), Plan.Depth.SHORT);
		assertThat(report).startsWith("Taken on 2026-11-22, in a short run: ")
			.contains("| raw WebClient (Reactor Netty) | 30.0 | 1.00 × | 200 | 1.00 × | 300 |")
			.contains("| raw JDK HttpClient + Jackson 3 | 15.0 | 0.50 × | 200 | 1.00 × | 300 |")
			.contains("| raw WebClient (Reactor Netty) | 1,500 | 300 | 500 | 13 | 7.0 | 1,100 | 480 |")
			.contains("raw WebClient (Reactor Netty), first failure: `Pool is full`");
	}

	@Test
	void replacesTheLastReportOfTheDocument() throws IOException {
		String document = Files.readString(Path.of("../docs/benchmarks.md"));
		String once = Report.replace(document, "first");
		String twice = Report.replace(once, "second");
		assertThat(once).contains("first").hasSizeLessThan(document.length() + 1_000);
		assertThat(twice).isEqualTo(once.replace("\nfirst\n", "\nsecond\n"));
	}

	@Test
	void refusesADocumentWithoutMarkers() {
		assertThatIllegalArgumentException().isThrownBy(() -> Report.replace("# Benchmarks", "first"))
			.withMessageContaining("<!-- end of results -->");
	}

	private static Measurement measurement(ClientKind client, double kilobytes) {
		Operation operation = new Operation(kilobytes, 200, 300);
		return new Measurement(client, operation, operation, Map.of(200, SMALL, 1_800, LARGE));
	}

}
