package dev.litellm.dialect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import dev.litellm.chat.ChatAggregator;
import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Choice;
import dev.litellm.chat.ToolCall;
import dev.litellm.error.FailureException;
import dev.litellm.error.LlmException;
import dev.litellm.error.LlmStreamException;
import dev.litellm.transport.Playback;
import dev.litellm.transport.Reception;
import dev.litellm.transport.Tap;
import dev.litellm.transport.Transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/**
 * A streamed call that is tried again with the same stream: cut anywhere, cut off, and
 * spoiled.
 */
public final class StreamTrial {

	private static final String MADE_UP = "\"created\":\\d+|\"id\":\"[^\"]*\"";

	/** Where the end of the connection is the end of the answer. */
	private static final String ENDLESS = "(triton|langgraph)/.*";

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final String name;

	private final Function<Transport, Flux<ChatChunk>> call;

	private final List<Reception> before;

	private final Reception stream;

	private StreamTrial(String name, Function<Transport, Flux<ChatChunk>> call, List<Reception> receptions) {
		this.name = name;
		this.call = call;
		this.before = receptions.subList(0, receptions.size() - 1);
		this.stream = receptions.get(receptions.size() - 1);
	}

	/**
	 * Make a call.
	 * @param name names it
	 * @param network answers it
	 * @param call makes it over a network
	 * @return the trial, or null where the answer is no stream
	 */
	public static @Nullable StreamTrial of(String name, Transport network, Function<Transport, Flux<ChatChunk>> call) {
		Tap tap = new Tap(network);
		outcome(call.apply(tap));
		List<Reception> receptions = tap.receptions();
		return (receptions.isEmpty() || !receptions.get(receptions.size() - 1).isStream()) ? null
				: new StreamTrial(name, call, receptions);
	}

	/**
	 * Check that the stream comes to the same where it is cut at each byte, and at one.
	 * @param most how many bytes are tried one by one
	 */
	public void checkCuts(int most) {
		byte[] bytes = this.stream.body();
		String whole = read(bytes);
		assertThat(read(bytes, IntStream.range(1, bytes.length).toArray())).as("%s cut at each byte", this)
			.isEqualTo(whole);
		for (int cut = 1; cut < bytes.length; cut += 1 + bytes.length / most) {
			assertThat(read(bytes, cut)).as("%s cut at %d", this, cut).isEqualTo(whole);
		}
	}

	private String read(byte[] bytes, int... cuts) {
		ChatAggregator aggregator = new ChatAggregator();
		String end = "";
		try {
			this.stream.read(this.stream.head(), bytes, (chunk) -> aggregator.add((ChatChunk) chunk), cuts);
		}
		catch (FailureException ex) {
			end = ex.failure().kind() + " " + ex.failure().message();
			assertThat(ex.failure().message()).as(this.name).isNotBlank();
		}
		return (aggregator.response().toJson() + end).replaceAll(MADE_UP, "");
	}

	/**
	 * Check that the call fails with the part where the stream ends before the answer
	 * does.
	 */
	public void checkCutOffs() {
		Playback playback = new Playback();
		Flux<ChatChunk> chunks = this.call.apply(playback);
		Frames frames = Frames.of(this.stream.body());
		List<Outcome> outcomes = IntStream.rangeClosed(0, frames.count()).mapToObj((count) -> {
			playback.clear();
			this.before.forEach((reception) -> playback.add(reception.head(), reception.body()));
			playback.add(this.stream.head(), frames.first(count));
			return outcome(chunks);
		}).toList();
		assertThat(outcomes.get(0).failure()).as("%s without any frame", this).isNotNull();
		for (int count = 0; count < outcomes.size() && !this.name.matches(ENDLESS); count++) {
			outcomes.get(count)
				.check(outcomes.get(frames.count()), this + " cut off after " + count + " of " + frames.count());
		}
	}

	private static Outcome outcome(Flux<ChatChunk> chunks) {
		ChatAggregator aggregator = new ChatAggregator();
		List<ChatChunk> all = new ArrayList<>();
		try {
			chunks.doOnNext(all::add).doOnNext(aggregator::add).blockLast(PATIENCE);
			return new Outcome(aggregator.response(), null);
		}
		catch (RuntimeException ex) {
			return new Outcome(all.isEmpty() ? null : aggregator.response(), ex);
		}
	}

	/**
	 * Check that the stream fails in one way only where one of its frames is spoiled.
	 * @param rounds how many streams are tried
	 */
	public void checkSpoiled(int rounds) {
		Fuzz fuzz = new Fuzz(42);
		Random random = new Random(42);
		Frames frames = Frames.of(this.stream.body());
		for (int round = 0; round < rounds; round++) {
			byte[] spoiled = frames.spoiled(fuzz, random).bytes();
			try {
				read(spoiled);
				this.stream.read(this.stream.head(), spoiled, (chunk) -> ((ChatChunk) chunk).toJson());
			}
			catch (FailureException ex) {
				// as it should
			}
			catch (RuntimeException | StackOverflowError ex) {
				throw new AssertionError(this + " round " + round, ex);
			}
		}
	}

	/**
	 * Check that the stream, spoiled or not, tells the same where its events hold a
	 * member that nobody knows, for which they are read as trees.
	 * @param rounds how many streams are tried
	 */
	public void checkUnheard(int rounds) {
		Fuzz fuzz = new Fuzz(42);
		Random random = new Random(42);
		Frames frames = Frames.of(this.stream.body());
		for (int round = 0; round < rounds; round++) {
			Frames tried = (round > 0) ? frames.spoiled(fuzz, random) : frames;
			assertThat(chunks(tried.unheard())).as("%s round %d", this, round).isEqualTo(chunks(tried.bytes()));
		}
	}

	private List<String> chunks(byte[] bytes) {
		List<String> chunks = new ArrayList<>();
		try {
			this.stream.read(this.stream.head(), bytes, (chunk) -> chunks
				.add(((ChatChunk) chunk).toJson().replaceAll(MADE_UP, "").replaceAll(",?" + Frames.UNHEARD, "")));
		}
		catch (FailureException ex) {
			chunks.add(ex.failure().kind().name());
		}
		return chunks;
	}

	/**
	 * Check that the stream is read in time where a text in it is very long.
	 */
	public void checkLong() {
		Fuzz fuzz = new Fuzz(42);
		Frames frames = Frames.of(this.stream.body());
		byte[] bytes = frames.changed(frames.count() / 2, fuzz::lengthen);
		assertTimeoutPreemptively(PATIENCE, () -> read(bytes), () -> this + " with a long text");
	}

	@Override
	public String toString() {
		return this.name;
	}

	/**
	 * What came of a call.
	 *
	 * @param response the answer as far as it came
	 * @param failure why it is not whole, or null
	 */
	private record Outcome(@Nullable ChatResponse response, @Nullable RuntimeException failure) {

		void check(Outcome whole, String which) {
			if (this.failure == null) {
				assertThat(said()).as(which).isEqualTo(whole.said());
				return;
			}
			assertThat(this.failure).as(which).isInstanceOf(LlmException.class);
			assertThat(((LlmException) this.failure).failure().message()).as(which).doesNotStartWith("unexpected ");
			ChatResponse part = (this.failure instanceof LlmStreamException broken) ? broken.partial(ChatResponse.class)
					: null;
			assertThat((part != null) ? part.choices() : null).as(which)
				.isEqualTo((this.response != null) ? this.response.choices() : null);
		}

		private String said() {
			StringBuilder said = new StringBuilder();
			for (Choice choice : (this.response != null) ? this.response.choices() : List.<Choice>of()) {
				said.append(choice.finishReason()).append(choice.message().content());
				said.append(choice.message().reasoningContent());
				for (ToolCall call : choice.message().toolCalls()) {
					said.append(call.name()).append(call.arguments());
				}
			}
			return said.toString();
		}

	}

}
