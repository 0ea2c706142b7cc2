package dev.litellm.transport;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.NettyDataBufferFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReadBody}.
 */
class ReadBodyTests {

	private final NettyDataBufferFactory buffers = new NettyDataBufferFactory(UnpooledByteBufAllocator.DEFAULT);

	private final List<ByteBuf> made = new ArrayList<>();

	private final TestPublisher<DataBuffer> body = TestPublisher.create();

	@AfterEach
	void hasReleasedEveryBuffer() {
		assertThat(this.made).isNotEmpty().allMatch((buffer) -> buffer.refCnt() == 0);
	}

	private Flux<List<String>> read() {
		return new ReadBody<>(this.body.flux(), Framing.SSE.reader(new FrameLog(), 1024));
	}

	private DataBuffer bytes(String text) {
		ByteBuf buffer = UnpooledByteBufAllocator.DEFAULT.buffer();
		buffer.writeCharSequence(text, StandardCharsets.UTF_8);
		this.made.add(buffer);
		return this.buffers.wrap(buffer);
	}

	@Test
	void givesTogetherWhatCameTogether() {
		StepVerifier.create(read())
			.then(() -> this.body.next(bytes("data: a\n\ndata: b\n\nda")))
			.expectNext(List.of("a", "b"))
			.then(() -> this.body.next(bytes("ta: c")))
			.then(() -> this.body.complete())
			.expectNext(List.of("c", "end"))
			.verifyComplete();
	}

	@Test
	void asksForMoreWhereABufferCompletesNothing() {
		StepVerifier.create(read(), 1)
			.then(() -> this.body.next(bytes(": ping\n")))
			.then(() -> this.body.next(bytes("data: a\n")))
			.then(() -> this.body.next(bytes("\n")))
			.expectNext(List.of("a"))
			.then(() -> this.body.assertMaxRequested(1))
			.thenCancel()
			.verify();
		this.body.assertCancelled();
	}

	@Test
	void keepsTheLastFrameUntilItIsAskedFor() {
		StepVerifier.create(read(), 1)
			.then(() -> this.body.next(bytes("data: a\n\ndata: b")))
			.expectNext(List.of("a"))
			.then(() -> this.body.complete())
			.expectNoEvent(java.time.Duration.ofMillis(20))
			.thenRequest(1)
			.expectNext(List.of("b", "end"))
			.verifyComplete();
	}

	@Test
	void completesAtTheEndMarkAndReadsTheRestWithoutGivingItOut() {
		StepVerifier.create(read())
			.then(() -> this.body.next(bytes("data: a\n\ndata: [DONE]\n\ndata: b\n\n")))
			.expectNext(List.of("a", "[DONE]", "end"))
			.verifyComplete();
		this.body.assertNotCancelled();
		this.body.next(bytes("data: c\n\n"));
		this.body.complete();
		this.body.assertNotCancelled();
	}

	@Test
	void readsNotMuchOfTheRest() {
		StepVerifier.create(read())
			.then(() -> this.body.next(bytes("data: [DONE]\n\n")))
			.expectNext(List.of("[DONE]", "end"))
			.verifyComplete();
		this.body.next(bytes("x".repeat(ReadBody.DRAIN_SIZE)));
		this.body.assertNotCancelled();
		this.body.next(bytes("x"));
		this.body.assertCancelled();
	}

	@Test
	void saysNothingOfARestThatBreaks() {
		StepVerifier.create(read())
			.then(() -> this.body.next(bytes("data: [DONE]\n\n")))
			.expectNext(List.of("[DONE]", "end"))
			.verifyComplete();
		this.body.error(new java.io.IOException("reset"));
	}

	@Test
	void givesOutWhatCameBeforeAFailure() {
		StepVerifier.create(read())
			.then(() -> this.body.next(bytes("data: a\n\ndata: " + "x".repeat(2000))))
			.expectNext(List.of("a"))
			.verifyErrorMatches((error) -> error.getMessage().contains("larger than 1024 bytes"));
		this.body.assertCancelled();
	}

	@Test
	void passesTheConnectionsFailureOn() {
		StepVerifier.create(read())
			.then(() -> this.body.next(bytes("data: a\n\ndata: b")))
			.expectNext(List.of("a"))
			.then(() -> this.body.error(new java.io.IOException("reset")))
			.verifyErrorMessage("reset");
	}

}
