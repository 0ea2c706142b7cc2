package dev.litellm.dialect.bedrock;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.litellm.chat.ChatChunk;
import dev.litellm.dialect.aws.AwsErrors;
import dev.litellm.json.Tokens;
import dev.litellm.transport.FrameDecoder;

/**
 * Opener of Nova's events, whose only member is the event's name.
 */
final class NamedOpener extends ChunkOpener {

	private byte[] nameBytes = {};

	private String name = "";

	NamedOpener(FrameDecoder<ChatChunk> inner, AwsErrors errors) {
		super(inner, errors);
	}

	@Override
	void event(byte[] event, int length, Consumer<ChatChunk> out) {
		int quote = nameEnd(event, length);
		int value = quote + 2;
		if (quote > 0 && event[quote + 1] == ':' && isRest(event, value, length)) {
			inner().frame(name(event, quote), event, value, length - 1 - value, out);
			return;
		}
		others().read((parser) -> open(parser, out), event, 0, length);
	}

	private NamedOpener open(JsonParser parser, Consumer<ChatChunk> out) {
		for (String name = Tokens.first(parser); name != null; name = Tokens.next(parser)) {
			if (parser.currentToken() == JsonToken.START_OBJECT) {
				byte[] bytes = Tokens.json(parser).getBytes(StandardCharsets.UTF_8);
				inner().frame(name, bytes, 0, bytes.length, out);
			}
			else {
				parser.skipChildren();
			}
		}
		return this;
	}

	/** Where the name of the first member ends, or 0 where it is not plain. */
	private static int nameEnd(byte[] event, int length) {
		int position = (length > 2 && event[0] == '{' && event[1] == '"') ? 2 : length;
		while (position < length && Character.isLetter(event[position])) {
			position++;
		}
		return (position + 2 < length && event[position] == '"') ? position : 0;
	}

	/**
	 * Whether an object begins here, and its end is the end of the event's only member.
	 */
	private static boolean isRest(byte[] event, int begin, int length) {
		int depth = 0;
		boolean text = false;
		for (int i = begin; i < length - 1; i++) {
			switch (event[i]) {
				case '\\' -> i++;
				case '"' -> text = !text;
				case '{' -> depth += text ? 0 : 1;
				case '}' -> depth -= text ? 0 : 1;
				default -> {
				}
			}
			if (depth == 0) {
				return i == length - 2 && i > begin && event[length - 1] == '}';
			}
		}
		return false;
	}

	/** Names come again and again. */
	private String name(byte[] event, int end) {
		if (!Arrays.equals(event, 2, end, this.nameBytes, 0, this.nameBytes.length)) {
			this.nameBytes = Arrays.copyOfRange(event, 2, end);
			this.name = new String(this.nameBytes, StandardCharsets.US_ASCII);
		}
		return this.name;
	}

}
