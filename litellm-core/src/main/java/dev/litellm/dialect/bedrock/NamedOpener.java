package dev.litellm.dialect.bedrock;

import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatChunk;
import dev.litellm.dialect.Events;
import dev.litellm.dialect.aws.AwsErrors;
import dev.litellm.json.Json;
import dev.litellm.json.Values;
import dev.litellm.transport.FrameDecoder;

/**
 * Opener of Nova's events, whose only member is the event's name.
 */
final class NamedOpener extends ChunkOpener {

	private final Events own = new Events();

	NamedOpener(FrameDecoder<ChatChunk> inner, AwsErrors errors) {
		super(inner, errors);
	}

	@Override
	void event(byte[] event, int length, Consumer<ChatChunk> out) {
		for (Map.Entry<String, @Nullable Object> member : this.own.read(event, 0, length).entrySet()) {
			if (member.getValue() instanceof Map<?, ?> fields) {
				byte[] value = Json.bytes(Values.copy(fields));
				inner().frame(member.getKey(), value, 0, value.length, out);
			}
		}
	}

}
