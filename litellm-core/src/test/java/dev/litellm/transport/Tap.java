package dev.litellm.transport;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;

/**
 * Way to the network that keeps what is received.
 */
public final class Tap implements Transport {

	private final Transport network;

	private final List<Reception> receptions = new CopyOnWriteArrayList<>();

	public Tap(Transport network) {
		this.network = network;
	}

	/**
	 * Return what has been received so far.
	 * @return the answers in the order of their heads
	 */
	public List<Reception> receptions() {
		return List.copyOf(this.receptions);
	}

	@Override
	public <T> Flux<List<T>> exchange(WireRequest request, @Nullable Duration connectTimeout,
			Function<WireHead, BodyReader<T>> reader) {
		return this.network.exchange(request, connectTimeout, (head) -> {
			Reception reception = new Reception(request, head, reader);
			this.receptions.add(reception);
			return new Keeping<>(reader.apply(head), reception);
		});
	}

	private record Keeping<T>(BodyReader<T> reader, Reception reception) implements BodyReader<T> {

		@Override
		public void read(DataBuffer buffer, Consumer<T> out) {
			byte[] bytes = new byte[buffer.readableByteCount()];
			buffer.read(bytes);
			this.reception.add(bytes);
			this.reader.read(DefaultDataBufferFactory.sharedInstance.wrap(bytes), out);
		}

		@Override
		public void end(Consumer<T> out) {
			this.reader.end(out);
		}

		@Override
		public boolean isDone() {
			return this.reader.isDone();
		}

	}

}
