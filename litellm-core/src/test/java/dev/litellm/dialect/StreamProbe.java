package dev.litellm.dialect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.litellm.auth.Access;
import dev.litellm.call.CallOptions;
import dev.litellm.call.Secret;
import dev.litellm.chat.ChatAggregator;
import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.provider.Provider;
import dev.litellm.provider.Providers;
import dev.litellm.provider.Quirks;
import dev.litellm.transport.BodyReader;
import dev.litellm.transport.FrameDecoder;
import dev.litellm.transport.Framing;
import dev.litellm.transport.WireReply;

/**
 * Reader of streams by a dialect, without any network: whole, cut at any byte, cut off,
 * or spoiled.
 */
public final class StreamProbe {

	private static final DataBufferFactory BUFFERS = new DefaultDataBufferFactory();

	private static final JsonMapper JSON = JsonMapper.shared();

	private final Step.Listen<ChatChunk> listen;

	private StreamProbe(Step.Listen<ChatChunk> listen) {
		this.listen = listen;
	}

	/**
	 * Return a probe of a dialect.
	 * @param dialect the dialect
	 * @param provider the provider that it is asked for
	 * @param request the request that is answered
	 * @return the probe
	 */
	public static StreamProbe of(Dialect dialect, String provider, ChatRequest request) {
		return of(dialect, provider, Quirks.none(), request);
	}

	/**
	 * Return a probe of a dialect.
	 * @param dialect the dialect
	 * @param provider the provider that it is asked for
	 * @param quirks what the provider differs in
	 * @param request the request that is answered
	 * @return the probe
	 */
	public static StreamProbe of(Dialect dialect, String provider, Quirks quirks, ChatRequest request) {
		return new StreamProbe((Step.Listen<ChatChunk>) begin(dialect, provider, quirks, request));
	}

	/**
	 * Return a probe of a dialect whose streams are begun by a question of their own.
	 * @param dialect the dialect
	 * @param provider the provider that it is asked for
	 * @param request the request that is answered
	 * @param begun the answer to that question, as JSON
	 * @return the probe
	 */
	public static StreamProbe of(Dialect dialect, String provider, ChatRequest request, String begun) {
		WireReply reply = new WireReply(201, new HttpHeaders(), begun.getBytes(StandardCharsets.UTF_8));
		Step<ChatChunk> first = begin(dialect, provider, Quirks.none(), request);
		Step<ChatChunk> step = ((Step.Ask<ChatChunk>) first).then().apply(reply);
		return new StreamProbe((Step.Listen<ChatChunk>) ((Step.Running<ChatChunk>) step).then());
	}

	/**
	 * Return a probe of a dialect.
	 * @param dialect the dialect
	 * @param provider the provider that it is asked for, with what is set for it
	 * @param request the request that is answered
	 * @return the probe
	 */
	public static StreamProbe of(Dialect dialect, Provider provider, ChatRequest request) {
		return new StreamProbe((Step.Listen<ChatChunk>) begin(dialect, provider, Quirks.none(), request));
	}

	private static Step<ChatChunk> begin(Dialect dialect, String provider, Quirks quirks, ChatRequest request) {
		return begin(dialect, Providers.builtIn().get(provider).fill((name) -> "x"), quirks, request);
	}

	private static Step<ChatChunk> begin(Dialect dialect, Provider provider, Quirks quirks, ChatRequest request) {
		Target target = new Target(provider, request.model(), "http://localhost", Access.bearer(Secret.of("sk-test")),
				quirks, CallOptions.none(), false);
		return dialect.codec(Operation.CHAT).stream(request, target);
	}

	/**
	 * Return what a stream comes to.
	 * @param stream the bytes
	 * @param cuts where the network cuts them, in order
	 * @return the answer as JSON
	 */
	public String assemble(byte[] stream, int... cuts) {
		ChatAggregator aggregator = new ChatAggregator();
		read(stream, aggregator::add, cuts);
		return aggregator.response().toJson();
	}

	private void read(byte[] stream, Consumer<ChatChunk> out, int... cuts) {
		Framing framing = (stream.length > 0 && stream[0] == '{') ? Framing.NDJSON : this.listen.framing();
		BodyReader<ChatChunk> reader = framing.reader(this.listen.decoder().get(), 64 << 20);
		int from = 0;
		for (int cut : cuts) {
			reader.read(BUFFERS.wrap(Arrays.copyOfRange(stream, from, cut)), out);
			from = cut;
		}
		reader.read(BUFFERS.wrap(Arrays.copyOfRange(stream, from, stream.length)), out);
		reader.end(out);
	}

	/**
	 * Return a new decoder, to be fed with events by hand.
	 * @return the decoder
	 */
	public FrameDecoder<ChatChunk> decoder() {
		return this.listen.decoder().get();
	}

	/**
	 * Return the streams to try: the built-in samples, and the recorded ones where they
	 * are present.
	 * @param dialect the name of the folders
	 * @return the streams as text
	 */
	public static Stream<String> streams(String dialect) {
		List<String> streams = new ArrayList<>(samples(dialect).toList());
		Path recorded = Path.of(System.getProperty("litellm.conformance", "../../shared/conformance")).resolve(dialect);
		if (Files.isDirectory(recorded)) {
			try (Stream<Path> files = Files.list(recorded)) {
				files.sorted().forEach((file) -> recorded(file, streams));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return streams.stream();
	}

	public static Stream<String> samples(String dialect) {
		try (Stream<Path> files = Files.list(Path.of("src/test/resources/dialect", dialect))) {
			return files.sorted().map(StreamProbe::text).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void recorded(Path file, List<String> streams) {
		JsonNode record = JSON.readTree(text(file));
		for (JsonNode answer : record.path("answers")) {
			String text = answer.path("text").asString("");
			if ((text.contains("data:") || text.startsWith("{")) && record.path("unified").has("assembled")) {
				streams.add(text);
			}
		}
	}

	private static String text(Path file) {
		try {
			return Files.readString(file, StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
