package dev.litellm.dialect.openai.responses;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Message;
import dev.litellm.dialect.Failures;
import dev.litellm.dialect.Target;
import dev.litellm.json.Values;
import dev.litellm.transport.FrameDecoder;
import dev.litellm.transport.WireReply;

/**
 * Chats in the words of OpenAI's Responses API: its bodies, answers and events.
 *
 * @since 0.1.0
 * @see <a href="https://platform.openai.com/docs/api-reference/responses/create">Create a
 * response</a>
 * @see <a href="https://platform.openai.com/docs/api-reference/responses-streaming">
 * Streaming events</a>
 */
public final class ResponsesFormat {

	private static final String EXPECTED = "a response";

	private final ErrorReader errors;

	/**
	 * Create the format.
	 * @param errors reads errors within answers
	 */
	public ResponsesFormat(ErrorReader errors) {
		this.errors = errors;
	}

	/**
	 * Write the members of a request's body.
	 * @param generator stands inside the body's object
	 * @param target whom it goes to; gets the notes
	 * @param messages the messages
	 * @param parameters the parameters by the names of chat completions
	 * @param stream whether the answer streams
	 * @throws dev.litellm.error.FailureException if something is not supported
	 */
	public void write(JsonGenerator generator, Target target, List<Message> messages,
			Map<String, @Nullable Object> parameters, boolean stream) {
		Parameters mapped = Parameters.of(parameters, target);
		InputItems items = new InputItems(target, messages, mapped.hasInstructions());
		generator.writeStringProperty(target.quirks().body().responses().model(), target.model());
		mapped.writeInstructions(generator, items.instructions());
		generator.writeName("input");
		items.writeTo(generator);
		mapped.writeTo(generator);
		if (stream) {
			generator.writeBooleanProperty("stream", true);
		}
	}

	/**
	 * Read the members of a whole answer.
	 * @param reply the answer
	 * @return the members
	 * @throws dev.litellm.error.FailureException if it is something else
	 */
	public Map<?, ?> read(WireReply reply) {
		return Failures.object(reply, EXPECTED, OutputReader.MEMBERS);
	}

	/**
	 * Return where an answer that is still being made can be asked for.
	 * @param response the answer's members
	 * @return its id, or null where it is made
	 */
	public @Nullable String pending(Map<?, ?> response) {
		Object status = response.get("status");
		return ("queued".equals(status) || "in_progress".equals(status)) ? Values.text(response.get("id")) : null;
	}

	/**
	 * Return a whole answer.
	 * @param response the answer's members
	 * @param reply the answer
	 * @return the answer in the shape of a chat completion
	 * @throws dev.litellm.error.FailureException if it is an error or something else
	 */
	public ChatResponse answer(Map<?, ?> response, WireReply reply) {
		if (OutputReader.isFailed(response)) {
			throw this.errors.within(OutputReader.error(response), reply.headers()).asException();
		}
		if (!(response.get("output") instanceof List<?>)) {
			throw Failures.invalid(reply, EXPECTED, "no output").asException();
		}
		return new OutputReader(response).response();
	}

	public FrameDecoder<ChatChunk> decoder() {
		return new EventDecoder(this, this.errors);
	}

}
