package dev.litellm.dialect;

import java.time.OffsetDateTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TimestampsTests {

	@ParameterizedTest
	@ValueSource(strings = { "2025-11-05T12:27:58.412Z", "2025-11-22T12:00:00.123456789Z", "2024-02-29T23:59:59Z",
			"1969-12-31T23:59:59Z", "2025-11-05T12:27:58+02:00", "2025-11-05T12:27:58.5-07:00" })
	void areReadAsSecondsWithAnyOffset(String told) {
		assertThat(Timestamps.seconds(told, 7)).isEqualTo(OffsetDateTime.parse(told).toEpochSecond());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "yesterday", "2025-13-05T12:27:58Z", "2025-11-05T25:27:58Z", "20x5-11-05T12:27:58Z",
			"2025-11-05T12:27:58", "2025-11-05" })
	void areTheStandardWhereTheyAreNone(String told) {
		assertThat(Timestamps.seconds(told, 7)).isEqualTo(7);
	}

	@Test
	void areTheStandardWhereNothingIsTold() {
		assertThat(Timestamps.seconds(null, 7)).isEqualTo(7);
		assertThat(Timestamps.seconds(1_753_600_000, 7)).isEqualTo(7);
	}

}
