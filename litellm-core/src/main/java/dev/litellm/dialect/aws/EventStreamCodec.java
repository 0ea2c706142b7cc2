package dev.litellm.dialect.aws;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Step;
import dev.litellm.dialect.Target;
import dev.litellm.transport.FrameDecoder;
import dev.litellm.transport.Framing;
import dev.litellm.transport.WireReply;
import dev.litellm.transport.WireRequest;

/**
 * Chats in another maker's format that one of Amazon's services takes in and hands out in
 * envelopes of its own.
 *
 * @since 0.1.0
 */
public final class EventStreamCodec implements Codec<ChatRequest, ChatResponse, ChatChunk> {

	private final Codec<ChatRequest, ChatResponse, ChatChunk> inner;

	private final Consumer<ChatRequest> check;

	private final Envelope envelope;

	private final UnaryOperator<FrameDecoder<ChatChunk>> opener;

	/**
	 * Create a codec.
	 * @param inner the maker's format
	 * @param check refuses what the service does not take though the format does
	 * @param envelope puts a request into its envelope
	 * @param opener takes what a decoder wants out of the events of Amazon's stream
	 */
	public EventStreamCodec(Codec<ChatRequest, ChatResponse, ChatChunk> inner, Consumer<ChatRequest> check,
			Envelope envelope, UnaryOperator<FrameDecoder<ChatChunk>> opener) {
		this.inner = inner;
		this.check = check;
		this.envelope = envelope;
		this.opener = opener;
	}

	@Override
	public Step<ChatResponse> call(ChatRequest request, Target target) {
		return Step.attempt(() -> {
			this.check.accept(request);
			return sent(this.inner.call(request, target), target);
		});
	}

	@Override
	public Step<ChatChunk> stream(ChatRequest request, Target target) {
		return Step.attempt(() -> {
			this.check.accept(request);
			Step<ChatChunk> step = this.inner.stream(request, target);
			return !(step instanceof Step.Listen<ChatChunk> listen) ? sent(step, target)
					: new Step.Listen<>(this.envelope.put(listen.request(), target, true), Framing.AWS_EVENT_STREAM,
							() -> this.opener.apply(listen.decoder().get()));
		});
	}

	private <T> Step<T> sent(Step<T> step, Target target) {
		return !(step instanceof Step.Ask<T> ask) ? step
				: new Step.Ask<>(this.envelope.put(ask.request(), target, false),
						(reply) -> Step.attempt(() -> ask.then().apply(this.envelope.open(reply))));
	}

	/**
	 * Puts requests into envelopes, and takes answers out of theirs.
	 */
	@FunctionalInterface
	public interface Envelope {

		/**
		 * Put a request into its envelope.
		 * @param request the request in the maker's format
		 * @param target whom it goes to
		 * @param stream whether the answer is to be streamed
		 * @return the request to send
		 */
		WireRequest put(WireRequest request, Target target, boolean stream);

		/**
		 * Take an answer out of its envelope.
		 * @param reply the whole answer as it came
		 * @return the answer in the maker's format
		 */
		default WireReply open(WireReply reply) {
			return reply;
		}

	}

}
