package dev.litellm;

import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import dev.litellm.call.CallOptions;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Message;
import dev.litellm.dialect.Operation;
import dev.litellm.engine.Engine;

/**
 * A chat in the making over an {@link Engine}.
 */
final class DefaultChatSpec implements ChatSpec {

	private final Engine engine;

	private final ChatRequest.Builder builder;

	DefaultChatSpec(Engine engine, String model) {
		this.engine = engine;
		this.builder = ChatRequest.builder(model);
	}

	@Override
	public ChatSpec messages(List<Message> messages) {
		this.builder.messages(messages);
		return this;
	}

	@Override
	public ChatSpec extra(String name, Object value) {
		this.builder.extra(name, value);
		return this;
	}

	@Override
	public ChatSpec options(UnaryOperator<CallOptions> change) {
		this.builder.options(change.apply(this.builder.options()));
		return this;
	}

	@Override
	public ChatRequest request() {
		return this.builder.build();
	}

	@Override
	public ChatCall call() {
		return new LazyCall(this.engine, request());
	}

	@Override
	public Mono<ChatResponse> callMono() {
		return this.engine.call(Operation.CHAT, request());
	}

	@Override
	public ChatStream stream() {
		return new DefaultChatStream(this.engine, request());
	}

	/**
	 * A call that is made when it is first asked for.
	 */
	private static final class LazyCall implements ChatCall {

		private final Engine engine;

		private final ChatRequest request;

		private final Lock lock = new ReentrantLock();

		private @Nullable ChatResponse response;

		LazyCall(Engine engine, ChatRequest request) {
			this.engine = engine;
			this.request = request;
		}

		@Override
		public ChatResponse response() {
			this.lock.lock();
			try {
				ChatResponse answer = this.response;
				if (answer == null) {
					answer = Blocking.await(this.engine.call(Operation.CHAT, this.request), this.request.model());
					this.response = answer;
				}
				return answer;
			}
			finally {
				this.lock.unlock();
			}
		}

	}

}
