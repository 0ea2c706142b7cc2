package dev.litellm.dialect;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TextPathTests {

	private final Events events = new Events();

	private final TextPath path = new TextPath(this.events, (name, parser) -> name.equals("pad"), "choices",
			TextPath.ONLY, "delta", "text");

	private final TextPath tuple = new TextPath(this.events, (name, parser) -> false, TextPath.FIRST, "text");

	private @Nullable String read(TextPath path, String event) {
		byte[] bytes = ("data: " + event).getBytes(StandardCharsets.UTF_8);
		return path.read(bytes, 6, bytes.length - 6);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'choices':[{'delta':{'text':'é北🙂\\n'}}]}",
			"{'pad':[{'text':1}],'choices':[{'delta':{'pad':{},'text':'\\u00e9\\u5317\\ud83d\\ude42\\n'},'pad':0}]}",
			" { 'choices' : [ { 'end' : null, 'delta' : { 'text' : 'é北🙂\\n' } } ] , 'usage' : null } " })
	void readsAPieceOfTextHoweverItIsWritten(String event) {
		assertThat(read(this.path, event.replace('\'', '"'))).isEqualTo("é北🙂\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{'choices':[{'delta':{'text':'a'},'end':'stop'}]}", "{'choices':[{'delta':{'text':1}}]}",
			"{'choices':[{'delta':{'text':null}}]}", "{'choices':[{'delta':{'text':['a']}}]}",
			"{'choices':[{'delta':{'text':'a','call':{}}}]}", "{'choices':[{'delta':{}}]}", "{'choices':[]}",
			"{'choices':[{'delta':{'text':'a'}},{'delta':{'text':'b'}}]}", "{'choices':[{'delta':{'text':'a'}},{}]}",
			"{'choices':{'delta':{'text':'a'}}}", "{'choices':[{'delta':[{'text':'a'}]}]}", "{'choices':'a'}",
			"{'choices':[{'delta':{'text':'a'}}],'usage':{}}", "{'choices':[{'delta':{'text':'a'}}],'choices':[]}",
			"{'choices':[{'delta':{'text':'a','text':'b'}}]}", "{'choices':[{'delta':{'text':'a'},'delta':{}}]}",
			"{'choices':[{'delta':{'text':'a'}}]", "{'choices':[{'delta':{'text':'a'}}]}{}", "{'text':'a'}", "{}", "[]",
			"[{'choices':[{'delta':{'text':'a'}}]}]", "'a'", "1", "null", "", "[DONE]" })
	void leavesWhatTellsAnythingElseToOthers(String event) {
		assertThat(read(this.path, event.replace('\'', '"'))).isNull();
		assertThat(read(this.path, "{\"choices\":[{\"delta\":{\"text\":\"b\"}}]}")).isEqualTo("b");
	}

	@Test
	void readsTheFirstOfAListWhateverFollows() {
		assertThat(read(this.tuple, "[{\"text\":\"a\"},{\"text\":[]},1]")).isEqualTo("a");
		assertThat(read(this.tuple, "[{\"text\":\"a\"}]")).isEqualTo("a");
		assertThat(read(this.tuple, "[1,{\"text\":\"a\"}]")).isNull();
		assertThat(read(this.tuple, "[]")).isNull();
	}

	@Test
	void readsTextAgainSoonAfterALongTimeWithout() {
		String other = "[{\"thought\":\"a\"}]";
		assertThat(IntStream.range(0, 1000).mapToObj((i) -> read(this.tuple, other))).containsOnlyNulls();
		assertThat(IntStream.range(0, 16).mapToObj((i) -> read(this.tuple, "[{\"text\":\"a\"}]"))).contains("a")
			.endsWith("a", "a");
	}

}
