package dev.litellm.auth;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.litellm.test.RecordedRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that profiles of AWS's files give the keys that requests are signed with.
 */
class AwsProfilesTests extends AwsTests {

	@Test
	void takesKeysAndRolesOfProfilesWithoutAnyLibrary() throws IOException {
		Map<String, String> files = files("""
				[default]
				aws_access_key_id = AKIDDEFAULT
				aws_secret_access_key = secret-key
				; a comment
				[temporary]
				aws_access_key_id=AKIDTEMP
				aws_secret_access_key=secret-key
				aws_session_token=session-of-mine
				""", """
				[profile team]
				role_arn = arn:aws:iam::123456789012:role/team
				source_profile = default
				external_id = ext-2
				""");
		this.sts.enqueue(keys("ASIATEAM"));
		assertThat(profile(files, null).header("authorization")).contains("Credential=AKIDDEFAULT/");
		assertThat(profile(files, "temporary").header("x-amz-security-token")).isEqualTo("session-of-mine");
		assertThat(profile(files, "team").header("authorization")).contains("Credential=ASIATEAM/");
		assertThat(this.sts.takeRequest().body()).contains("role%2Fteam", "ExternalId=ext-2");
	}

	@Test
	void saysWhichProfileIsOfNoUse() throws IOException {
		Map<String, String> files = files("", "[profile a]\nrole_arn=r\nsource_profile=b\n"
				+ "[profile b]\nrole_arn=r\nsource_profile=a\n[profile sso]\nsso_session=mine\n");
		assertThat(failure(with(files, "AWS_PROFILE", "a"))).hasMessageContaining("circle")
			.hasMessageContaining("options.profile");
		assertThat(failure(with(files, "AWS_PROFILE", "sso"))).hasMessageContaining("software.amazon.awssdk:auth")
			.hasMessageContaining("AWS_PROFILE");
	}

	private Map<String, String> files(String credentials, String config) throws IOException {
		return Map.of("AWS_SHARED_CREDENTIALS_FILE",
				Files.writeString(this.folder.resolve("credentials"), credentials).toString(), "AWS_CONFIG_FILE",
				Files.writeString(this.folder.resolve("config"), config).toString());
	}

	private RecordedRequest profile(Map<String, String> files, @Nullable String name) {
		return asked((name != null) ? with(files, "AWS_PROFILE", name) : files);
	}

}
