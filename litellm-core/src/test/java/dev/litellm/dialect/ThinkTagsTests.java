package dev.litellm.dialect;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ThinkTagsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', nullValues = "-", textBlock = """
			<think>b</think>a       | a          | b
			" <think>b</think> a"   | " a"       | b
			<think>b</thi a         | ""         | "b</thi a"
			<think></think>a        | a          | ""
			<thanks>                | <thanks>   | ""
			<                       | <          | ""
			a <think>b</think>      | "a <think>b</think>" | ""
			<think>1</2</think>a<b  | a<b        | 1</2
			""")
	void splitATextHoweverItIsCut(String text, String content, String reasoning) {
		for (int size = 1; size <= text.length(); size++) {
			ThinkTags tags = new ThinkTags();
			StringBuilder contents = new StringBuilder();
			StringBuilder reasonings = new StringBuilder();
			for (int begin = 0; begin < text.length(); begin += size) {
				String piece = text.substring(begin, Math.min(begin + size, text.length()));
				ThinkTags.Split split = tags.next(piece);
				contents.append((split != null) ? split.content() : piece);
				reasonings.append((split != null) ? split.reasoning() : "");
			}
			ThinkTags.Split rest = tags.end();
			assertThat(contents.append(rest.content()).toString()).as("by " + size).isEqualTo(content);
			assertThat(reasonings.append(rest.reasoning()).toString()).as("by " + size).isEqualTo(reasoning);
		}
	}

}
