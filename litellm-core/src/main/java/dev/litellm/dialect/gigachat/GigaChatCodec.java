package dev.litellm.dialect.gigachat;

import java.time.Clock;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Dialect;
import dev.litellm.dialect.Failures;
import dev.litellm.dialect.Operation;
import dev.litellm.dialect.Step;
import dev.litellm.dialect.Target;
import dev.litellm.json.Leaves;
import dev.litellm.json.Values;
import dev.litellm.transport.Framing;
import dev.litellm.transport.WireBody;
import dev.litellm.transport.WireRequest;

/**
 * Chats with GigaChat: the files of a request are uploaded first, then it is asked.
 */
final class GigaChatCodec implements Codec<ChatRequest, ChatResponse, ChatChunk> {

	private static final Leaves ID = Leaves.of("id");

	private final Dialect errors;

	private final Clock clock;

	GigaChatCodec(Dialect errors, Clock clock) {
		this.errors = errors;
		this.clock = clock;
	}

	@Override
	public Step<ChatResponse> call(ChatRequest request, Target target) {
		return Step.attempt(() -> {
			BodyBuilder builder = new BodyBuilder(request, target);
			return uploaded(builder.uploads(), target,
					(ids) -> Step.ask(encode(builder.build(false), target), answers(builder)::whole));
		});
	}

	@Override
	public Step<ChatChunk> stream(ChatRequest request, Target target) {
		return Step.attempt(() -> {
			BodyBuilder builder = new BodyBuilder(request, target);
			return uploaded(builder.uploads(), target, (ids) -> new Step.Listen<>(encode(builder.build(true), target),
					Framing.SSE, () -> new EventDecoder(answers(builder))));
		});
	}

	private AnswerReader answers(BodyBuilder builder) {
		return new AnswerReader(this.errors, builder.answerFunction(), this.clock.instant().getEpochSecond());
	}

	private static WireRequest encode(Map<String, @Nullable Object> body, Target target) {
		return WireRequest.postJson(target.uri(Operation.CHAT), target.headers(), WireBody.json(body));
	}

	private static <T> Step<T> uploaded(Uploads uploads, Target target, Function<Uploads, Step<T>> then) {
		WireRequest next = uploads.next(target);
		if (next == null) {
			return Step.attempt(() -> then.apply(uploads));
		}
		return new Step.Ask<>(next, (reply) -> Step.attempt(() -> {
			String id = Values.text(Failures.read(reply, "an uploaded file", ID::read).get("id"));
			if (id == null) {
				throw Failures.invalid(reply, "an uploaded file", "no id").asException();
			}
			uploads.done(id);
			return uploaded(uploads, target, then);
		}));
	}

}
