package dev.litellm.test;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import dev.litellm.test.Ending.How;

/**
 * Writes answers to one connection, at their pace and to their end.
 */
final class Sender {

	private final ClientInput in;

	private final OutputStream out;

	Sender(ClientInput in, OutputStream out) {
		this.in = in;
		this.out = out;
	}

	Outcome send(Wire wire, Travel travel) {
		try {
			return write(wire, travel) ? end(travel.ending().how()) : Outcome.CLIENT_CLOSED;
		}
		catch (IOException ex) {
			return Outcome.CLIENT_CLOSED;
		}
	}

	/**
	 * Writes what the ending lets through, or returns {@code false} when the client has
	 * closed meanwhile.
	 */
	private boolean write(Wire wire, Travel travel) throws IOException {
		if (!this.in.pause(travel.pace().delay())) {
			return false;
		}
		if (travel.ending().after() < 0) {
			return true;
		}
		if (!wire.joined()) {
			this.out.write(wire.head());
		}
		List<byte[]> chunks = wire.chunks();
		int count = Math.min(chunks.size(), travel.ending().after());
		for (int i = 0; i < count; i++) {
			if (!this.in.pause(travel.pace().before(i))) {
				return false;
			}
			this.out.write(chunks.get(i));
		}
		return true;
	}

	private Outcome end(How how) {
		return switch (how) {
			case KEEP -> Outcome.KEEP;
			case CLOSE -> Outcome.CLOSE;
			case RESET -> Outcome.RESET;
			case SILENCE -> {
				this.in.awaitClose();
				yield Outcome.CLIENT_CLOSED;
			}
		};
	}

	/**
	 * What is to be done with the connection after an answer.
	 */
	enum Outcome {

		/** Wait for the next request. */
		KEEP,

		/** Close it in order. */
		CLOSE,

		/** Reset it. */
		RESET,

		/** Nothing: the client closed it before the answer was complete. */
		CLIENT_CLOSED

	}

}
