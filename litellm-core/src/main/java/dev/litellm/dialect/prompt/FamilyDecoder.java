package dev.litellm.dialect.prompt;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Usage;
import dev.litellm.dialect.Events;
import dev.litellm.dialect.TextPath;
import dev.litellm.dialect.aws.InvokeMembers;
import dev.litellm.transport.WireReply;

/**
 * Decoder of a stream of a family's at Amazon Bedrock: the last event tells the tokens.
 */
final class FamilyDecoder extends TextDecoder {

	private final Events events = new Events();

	private final TextPath texts;

	private final boolean thinks;

	private @Nullable String reason;

	private long input;

	private long output;

	/**
	 * Create a decoder.
	 * @param created when the answer was made, in seconds since 1970
	 * @param model the model
	 * @param texts where an event's text stands
	 * @param thinks whether the text begins within the model's reasoning
	 * @param whole reads an answer that came whole
	 */
	FamilyDecoder(long created, String model, String[] texts, boolean thinks, Function<WireReply, ChatResponse> whole) {
		super(created, model, whole);
		this.texts = new TextPath(this.events, FamilyDecoder::isNothing, texts);
		this.thinks = thinks;
	}

	@Override
	public void frame(@Nullable String name, byte[] bytes, int offset, int length, Consumer<ChatChunk> out) {
		if ((!this.thinks || isBegun()) && piece(this.texts, bytes, offset, length, out)) {
			return;
		}
		Map<String, @Nullable Object> event = this.events.read(Generation.READ::read, bytes, offset, length);
		Generation said = Generation.of(event);
		this.reason = (said.reason() != null) ? said.reason() : this.reason;
		this.input = Math.max(this.input, said.input());
		this.output = Math.max(this.output, said.output());
		if (said.text() != null) {
			if (this.thinks && !isBegun() && !said.text().startsWith(FamilyCodec.OPEN)) {
				piece(FamilyCodec.OPEN, out);
			}
			piece(said.text(), out);
		}
		if (event.containsKey(InvokeMembers.METRICS)) {
			Usage usage = InvokeMembers.counted(event);
			finish(this.reason, (usage != null) ? usage : usage(), out);
		}
	}

	/** Whether a member tells nothing beside a piece of text; the last event counts. */
	private static boolean isNothing(String name, JsonParser parser) {
		return switch (name) {
			case "generation_token_count", "index" -> true;
			case InvokeMembers.GUARDRAIL -> TextPath.is(parser, "NONE");
			default -> false;
		};
	}

	private @Nullable Usage usage() {
		return (this.input + this.output > 0) ? Usage.of(this.input, this.output) : null;
	}

	@Override
	public void end(Consumer<ChatChunk> out) {
		if (!isDone() && this.reason != null) {
			finish(this.reason, usage(), out);
		}
		super.end(out);
	}

}
