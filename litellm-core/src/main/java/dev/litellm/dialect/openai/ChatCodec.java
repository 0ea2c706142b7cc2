package dev.litellm.dialect.openai;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.Message;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Failures;
import dev.litellm.dialect.SchemaTool;
import dev.litellm.dialect.Step;
import dev.litellm.dialect.Target;
import dev.litellm.error.FailureException;
import dev.litellm.json.Json;
import dev.litellm.json.Members;
import dev.litellm.provider.BodyQuirks;
import dev.litellm.transport.Framing;
import dev.litellm.transport.WireReply;
import dev.litellm.transport.WireRequest;

/**
 * Chat completions in OpenAI's format.
 */
final class ChatCodec implements Codec<ChatRequest, ChatResponse, ChatChunk> {

	private static final String EXPECTED = "a chat completion";

	private final OpenAiErrors errors;

	private final ChatEnvelope envelope;

	private final ResponsesCodec responses;

	ChatCodec(OpenAiErrors errors, ChatEnvelope envelope) {
		this.errors = errors;
		this.envelope = envelope;
		this.responses = new ResponsesCodec(errors);
	}

	@Override
	public Step<ChatResponse> call(ChatRequest request, Target target) {
		if (isResponse(target)) {
			return this.responses.call(request, target);
		}
		return Step.attempt(() -> {
			SchemaTool tool = SchemaTools.of(request.parameters(), target);
			return new Step.Ask<>(encode(request, target, false),
					(reply) -> Step.attempt(() -> new Step.Answer<>(answer(reply, tool))),
					(reply) -> otherwise(reply, request, target));
		});
	}

	private @Nullable Step<ChatResponse> otherwise(WireReply reply, ChatRequest request, Target target) {
		if (Refusals.isCutOff(reply)) {
			target.note("the answer is empty: the model has used up its tokens before it");
			return new Step.Answer<>(Refusals.cutOff(request.model()));
		}
		Set<String> extra = target.dropUnsupported() ? Refusals.extraParameters(Failures.body(reply)) : Set.of();
		Map<String, @Nullable Object> less = new Members(request.parameters());
		if (!less.keySet().removeAll(extra)) {
			return null;
		}
		target.note(extra + " were left out: the model does not take them");
		return call(new ChatRequest(request.model(), request.messages(), less, request.options()), target);
	}

	@Override
	public Step<ChatChunk> stream(ChatRequest request, Target target) {
		if (isResponse(target)) {
			return this.responses.stream(request, target);
		}
		return Step.attempt(() -> {
			SchemaTool tool = SchemaTools.of(request.parameters(), target);
			if (target.quirks().body().wholeJson() && !tool.active() && isJson(request)) {
				target.note("the stream came in one piece: " + target.provider().name() + " does not stream JSON");
				return Step.ask(encode(request, target, false),
						(reply) -> ChatChunk.of(answer(reply, SchemaTool.NONE)));
			}
			return new Step.Listen<>(encode(request, target, true), Framing.SSE,
					() -> new ChunkDecoder(this.errors, tool, this.envelope));
		});
	}

	private static boolean isResponse(Target target) {
		return target.quirks().body().responses() != BodyQuirks.Responses.NEVER;
	}

	private WireRequest encode(ChatRequest request, Target target, boolean stream) {
		List<Message> messages = Messages.of(request, target);
		Map<String, @Nullable Object> parameters = Parameters.chat(request.parameters(), target);
		return this.envelope.put(request, ChatBody.of(target, messages, parameters, stream), ProxyHeaders.of(target),
				target, stream);
	}

	private static boolean isJson(ChatRequest request) {
		return request.parameters().get("response_format") instanceof Map<?, ?> format
				&& !"text".equals(format.get("type"));
	}

	private ChatResponse answer(WireReply reply, SchemaTool tool) {
		return answer(reply, this.envelope, this.errors, tool);
	}

	/**
	 * Read a whole answer.
	 * @param reply the answer
	 * @param envelope reads it
	 * @param errors tells errors within it
	 * @param tool whose input is the answer, where there is one
	 * @return the answer in OpenAI's shape
	 * @throws FailureException if it is an error or something else
	 */
	static ChatResponse answer(WireReply reply, ChatEnvelope envelope, OpenAiErrors errors, SchemaTool tool) {
		try (JsonParser parser = Json.parser(reply.body(), 0, reply.body().length)) {
			parser.nextToken();
			ChatResponse response = envelope.response(parser, reply);
			Object error = Answers.error(response);
			if (error != null) {
				throw errors.within(error, reply.headers()).asException();
			}
			if (response.choices().isEmpty()) {
				throw Failures.invalid(reply, EXPECTED, "no choices").asException();
			}
			return SchemaTools.answer(Answers.of(response), tool);
		}
		catch (JacksonException ex) {
			throw Failures.invalid(reply, EXPECTED, ex.getOriginalMessage()).asException();
		}
	}

}
