package dev.litellm.dialect.openai.responses;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Message;
import dev.litellm.dialect.Failures;
import dev.litellm.dialect.Step;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.ToolCalls;
import dev.litellm.json.Json;
import dev.litellm.json.Members;
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

	private static final String INSTRUCTIONS = "instructions";

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
	 * Return the members of a request's body.
	 * @param target whom it goes to; gets the notes
	 * @param messages the messages
	 * @param given the parameters by the names of chat completions
	 * @param stream whether the answer streams
	 * @return the members, which may be changed
	 * @throws dev.litellm.error.FailureException if something is not supported
	 */
	public static Map<String, @Nullable Object> body(Target target, List<Message> messages,
			Map<String, @Nullable Object> given, boolean stream) {
		Members body = new Members(8);
		body.add(target.quirks().body().responses().model(), target.model());
		InputItems items = new InputItems(target, ToolCalls.modern(messages), given.get(INSTRUCTIONS) != null);
		String instructions = items.instructions();
		if (instructions != null) {
			body.add(INSTRUCTIONS, instructions);
		}
		body.add("input", items);
		Parameters.add(body, given, target);
		if (stream) {
			body.add("stream", true);
		}
		return body;
	}

	/**
	 * Return whether a conversation begins with system messages that are instructions.
	 * @param messages the conversation
	 * @return false where there are none, where they hold more than text, or where
	 * nothing follows them
	 */
	public static boolean isInstructed(List<Message> messages) {
		return InputItems.leading(messages) > 0;
	}

	/**
	 * Return what comes of a whole answer.
	 * @param reply the answer
	 * @param later makes the step that asks, by its id, for an answer that is still being
	 * made
	 * @return the answer in the shape of a chat completion, or the step
	 * @throws dev.litellm.error.FailureException if it is an error or something else
	 */
	public Step<ChatResponse> step(WireReply reply, Function<String, Step<ChatResponse>> later) {
		Response response = read(reply);
		String id = response.isPending() ? response.id : null;
		return (id != null) ? later.apply(id) : new Step.Answer<>(answer(response, reply));
	}

	ChatResponse answer(WireReply reply) {
		return answer(read(reply), reply);
	}

	/** Items that go back with the next turn are read once more, as they are. */
	private static Response read(WireReply reply) {
		Response response = Failures.read(reply, EXPECTED, Response::read);
		Output output = response.output;
		if (output != null && output.keeps()) {
			output.keep(Values.items(Values.fields(Json.read(reply.body(), Set.of("output"))).get("output")));
		}
		return response;
	}

	private ChatResponse answer(Response response, WireReply reply) {
		if (response.isFailed()) {
			throw this.errors.within(response.error(), reply.headers()).asException();
		}
		Output output = response.output;
		if (output == null) {
			throw Failures.invalid(reply, EXPECTED, "no output").asException();
		}
		return response.answer(output);
	}

	public FrameDecoder<ChatChunk> decoder() {
		return new EventDecoder(this, this.errors);
	}

}
