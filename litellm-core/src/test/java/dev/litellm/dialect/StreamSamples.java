package dev.litellm.dialect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.litellm.chat.ChatResponse;
import dev.litellm.error.ErrorKind;
import dev.litellm.error.LlmException;
import dev.litellm.error.LlmStreamException;
import dev.litellm.test.Reply;
import dev.litellm.test.ScriptedLlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * The built-in samples of a dialect's streams, as a scripted server sends them.
 *
 * @param all the streams
 */
public record StreamSamples(List<String> all) {

	private static final Path FOLDER = Path.of("src/test/resources/dialect");

	public static StreamSamples of(String dialect) {
		try (Stream<Path> files = Files.list(FOLDER.resolve(dialect))) {
			return new StreamSamples(
					files.sorted().map((file) -> text(read(FOLDER.relativize(file).toString()))).toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Read a sample.
	 * @param file its path among the samples
	 * @return the stream
	 */
	public static byte[] read(String file) {
		try {
			return Files.readAllBytes(FOLDER.resolve(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

	/**
	 * Return the sample that holds a text.
	 * @param mark the text
	 * @return the stream
	 */
	public String with(String mark) {
		return this.all.stream().filter((sample) -> sample.contains(mark)).findFirst().orElseThrow();
	}

	/**
	 * Return the events of a stream, or its lines where it has no events.
	 * @param stream the stream
	 * @return the events with what parts them
	 */
	public static List<String> events(String stream) {
		return List.of(stream.split(stream.startsWith("{") ? "(?<=\n)" : "(?<=\n\r?\n)"));
	}

	public static String first(String stream, int events) {
		return String.join("", events(stream).subList(0, events));
	}

	/**
	 * Return a stream as a server sends it.
	 * @param stream the stream, events or lines
	 * @return the reply
	 */
	public static Reply reply(String stream) {
		return reply(stream, stream);
	}

	private static Reply reply(String stream, String sent) {
		return stream.startsWith("{") ? Reply.raw(200, "application/x-ndjson", sent) : Reply.sse(sent);
	}

	/**
	 * Check that a stream that is cut off before its end fails with the part.
	 * @param stream the stream
	 * @param end a text in the event that ends the answer
	 * @param llm sends the stream
	 * @param call asks for it
	 */
	public static void checkCutOffs(String stream, String end, ScriptedLlm llm, Supplier<ChatResponse> call) {
		List<String> events = events(stream);
		for (int count = 0; count == 0 || !events.get(count - 1).contains(end); count++) {
			llm.reset();
			llm.otherwise(reply(stream, first(stream, count)));
			LlmException failure = catchThrowableOfType(LlmException.class, call::get);
			assertThat(failure).as("cut off after %d events", count).isNotNull();
			if (failure instanceof LlmStreamException broken) {
				assertThat(broken.partial(ChatResponse.class).choices()).hasSize(1);
			}
			else {
				assertThat(failure.kind()).isEqualTo(ErrorKind.CONNECTION);
			}
		}
	}

}
