package dev.litellm.dialect.bedrock;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.Usage;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.aws.AwsErrors;
import dev.litellm.dialect.aws.EventStreamCodec;
import dev.litellm.dialect.aws.InvokeMembers;
import dev.litellm.json.Json;
import dev.litellm.json.Leaves;
import dev.litellm.json.Tokens;
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

	private static final String CHOICES = "choices";

	private static final String MESSAGE = "message";

	private static final byte[] FINISH_NAME = name(FINISH);

	private static final byte[] USAGE_NAME = name(USAGE);

	private static final byte[] CHOICES_NAME = name(CHOICES);

	private static final byte[] MESSAGE_NAME = name(MESSAGE);

	private static final byte[] METRICS_NAME = name(InvokeMembers.METRICS);

	@Override
	public WireRequest put(WireRequest request, Target target, boolean stream) {
		return request;
	}

	@Override
	public WireReply open(WireReply reply) {
		byte[] body = reply.body();
		if (!contains(body, body.length, CHOICES_NAME)
				|| (contains(body, body.length, FINISH_NAME) && contains(body, body.length, USAGE_NAME))) {
			return reply;
		}
		try (JsonParser parser = Json.parser(body, 0, body.length)) {
			byte[] straight = (parser.nextToken() == JsonToken.START_OBJECT)
					? straight(parser, MESSAGE, InvokeMembers.usage(reply.headers())) : body;
			parser.nextToken();
			return new WireReply(reply.status(), reply.headers(), straight);
		}
		catch (JacksonException ex) {
			return reply;
		}
	}

	/**
	 * Write an answer or an event in OpenAI's form.
	 * @param parser stands on its start, and after the call on its end
	 * @param member what a choice's message is to be called
	 * @param usage the tokens beside it, or null
	 * @return the same without the bends
	 */
	private static byte[] straight(JsonParser parser, String member, @Nullable Usage usage) {
		String text = Json.text((generator) -> {
			boolean chosen = false;
			boolean counted = false;
			generator.writeStartObject();
			for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
				if (name.equals(CHOICES)) {
					chosen = true;
					generator.writeArrayPropertyStart(name);
					Tokens.items(parser, (choice) -> copyChoice(choice, generator, member));
					generator.writeEndArray();
				}
				else if (!name.equals(USAGE) || parser.currentToken() != JsonToken.VALUE_NULL) {
					counted |= name.equals(USAGE);
					copy(parser, generator, name);
				}
			}
			if (!chosen) {
				Json.write(generator, CHOICES, List.of());
			}
			Json.writeGiven(generator, USAGE, counted ? null : usage);
			generator.writeEndObject();
		});
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static void copyChoice(JsonParser parser, JsonGenerator generator, String member) {
		String stop = null;
		boolean ended = false;
		generator.writeStartObject();
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			if (name.equals("stop_reason") && parser.currentToken() == JsonToken.VALUE_STRING) {
				stop = parser.getString();
			}
			if (parser.currentToken() != JsonToken.VALUE_NULL
					|| !(name.equals(FINISH) || name.equals(member) || name.equals(MESSAGE))) {
				ended |= name.equals(FINISH);
				copy(parser, generator, name.equals(MESSAGE) ? member : name);
			}
		}
		Json.writeGiven(generator, FINISH, ended ? null : stop);
		generator.writeEndObject();
	}

	private static void copy(JsonParser parser, JsonGenerator generator, String name) {
		generator.writeName(name);
		generator.copyCurrentStructureExact(parser);
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

		private static final Leaves METRICS = Leaves.of(InvokeMembers.PATHS.toArray(String[]::new));

		Opener(FrameDecoder<ChatChunk> inner, AwsErrors errors) {
			super(inner, errors);
		}

		@Override
		void event(byte[] event, int length, Consumer<ChatChunk> out) {
			if (contains(event, length, MESSAGE_NAME) || contains(event, length, METRICS_NAME)) {
				Usage usage = InvokeMembers.counted(others().read(METRICS::read, event, 0, length));
				byte[] straight = others().read((parser) -> straight(parser, "delta", usage), event, 0, length);
				super.event(straight, straight.length, out);
			}
			else {
				super.event(event, length, out);
			}
		}

	}

}
