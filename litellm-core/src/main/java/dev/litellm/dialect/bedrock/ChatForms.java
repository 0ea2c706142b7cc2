package dev.litellm.dialect.bedrock;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.Usage;
import dev.litellm.dialect.Failures;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.aws.AwsErrors;
import dev.litellm.dialect.aws.EventStreamCodec;
import dev.litellm.dialect.aws.InvokeMembers;
import dev.litellm.json.Json;
import dev.litellm.json.Values;
import dev.litellm.transport.FrameDecoder;
import dev.litellm.transport.WireReply;
import dev.litellm.transport.WireRequest;

/**
 * OpenAI's format as InvokeModel bends it: Mistral's older models say {@code stop_reason}
 * and stream a {@code message}, and the tokens may stand beside the answer.
 */
final class ChatForms implements EventStreamCodec.Envelope {

	private static final String FINISH = "finish_reason";

	private static final String USAGE = "usage";

	private static final byte[] FINISH_NAME = name(FINISH);

	private static final byte[] USAGE_NAME = name(USAGE);

	private static final byte[] MESSAGE_NAME = name("message");

	private static final byte[] METRICS_NAME = name(InvokeMembers.METRICS);

	@Override
	public WireRequest put(WireRequest request, Target target, boolean stream) {
		return request;
	}

	@Override
	public WireReply open(WireReply reply) {
		if (contains(reply.body(), reply.body().length, FINISH_NAME)
				&& contains(reply.body(), reply.body().length, USAGE_NAME)) {
			return reply;
		}
		Map<?, ?> answer = Values.fields(Failures.body(reply));
		return (answer.get("choices") instanceof List<?>) ? new WireReply(reply.status(), reply.headers(),
				straight(answer, "message", InvokeMembers.usage(reply.headers()))) : reply;
	}

	private static byte[] straight(Map<?, ?> answer, String member, @Nullable Usage usage) {
		Map<String, @Nullable Object> straight = Values.copy(answer);
		List<Object> choices = new ArrayList<>();
		for (Object item : Values.items(answer.get("choices"))) {
			Map<String, @Nullable Object> choice = Values.copy(Values.fields(item));
			if (choice.get(member) == null && choice.containsKey("message")) {
				choice.put(member, choice.remove("message"));
			}
			if (choice.get(FINISH) == null && choice.get("stop_reason") instanceof String reason) {
				choice.put(FINISH, reason);
			}
			choices.add(choice);
		}
		straight.put("choices", choices);
		if (straight.get(USAGE) == null && usage != null) {
			straight.put(USAGE, Map.of("prompt_tokens", usage.promptTokens(), "completion_tokens",
					usage.completionTokens(), "total_tokens", usage.totalTokens()));
		}
		return Json.bytes(straight);
	}

	private static byte[] name(String member) {
		return ('"' + member + '"').getBytes(StandardCharsets.US_ASCII);
	}

	private static boolean contains(byte[] bytes, int length, byte[] name) {
		for (int i = 0; i + name.length <= length; i++) {
			if (bytes[i] == '"' && Arrays.equals(bytes, i, i + name.length, name, 0, name.length)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Opener of the events of a stream.
	 */
	static final class Opener extends ChunkOpener {

		Opener(FrameDecoder<ChatChunk> inner, AwsErrors errors) {
			super(inner, errors);
		}

		@Override
		void event(byte[] event, int length, Consumer<ChatChunk> out) {
			if (contains(event, length, MESSAGE_NAME) || contains(event, length, METRICS_NAME)) {
				Map<?, ?> told = others().read(event, 0, length);
				byte[] straight = straight(told, "delta", InvokeMembers.usage(told));
				super.event(straight, straight.length, out);
			}
			else {
				super.event(event, length, out);
			}
		}

	}

}
