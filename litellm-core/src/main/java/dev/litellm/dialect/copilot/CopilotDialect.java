package dev.litellm.dialect.copilot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;

import dev.litellm.call.LlmRequest;
import dev.litellm.call.LlmResponse;
import dev.litellm.chat.ChatChunk;
import dev.litellm.chat.ChatRequest;
import dev.litellm.chat.ChatResponse;
import dev.litellm.chat.ContentPart;
import dev.litellm.chat.Message;
import dev.litellm.dialect.Codec;
import dev.litellm.dialect.Dialect;
import dev.litellm.dialect.Operation;
import dev.litellm.dialect.Step;
import dev.litellm.dialect.Target;
import dev.litellm.dialect.openai.OpenAiDialect;
import dev.litellm.error.Failure;
import dev.litellm.transport.WireReply;

/**
 * OpenAI's format at GitHub Copilot: headers tell whether a user has asked or an agent
 * goes on, which is what is paid for, and whether there are pictures.
 *
 * @since 0.1.0
 * @see <a href=
 * "https://docs.github.com/en/copilot/concepts/billing/copilot-requests">Requests</a>
 */
public final class CopilotDialect implements Dialect {

	private final OpenAiDialect openai;

	private final Codec<ChatRequest, ChatResponse, ChatChunk> chat;

	/**
	 * Create the dialect.
	 * @param openai speaks the format
	 */
	public CopilotDialect(OpenAiDialect openai) {
		this.openai = openai;
		Codec<ChatRequest, ChatResponse, ChatChunk> plain = Objects.requireNonNull(openai.codec(Operation.CHAT));
		this.chat = new Codec<>() {

			@Override
			public Step<ChatResponse> call(ChatRequest request, Target target) {
				return plain.call(request, target.withHeaders(headers(request.messages())));
			}

			@Override
			public Step<ChatChunk> stream(ChatRequest request, Target target) {
				return plain.stream(request, target.withHeaders(headers(request.messages())));
			}

		};
	}

	private static Map<String, String> headers(List<Message> messages) {
		Map<String, String> headers = new LinkedHashMap<>();
		ThreadLocalRandom random = ThreadLocalRandom.current();
		headers.put("x-request-id", new UUID(random.nextLong(), random.nextLong()).toString());
		headers.put("x-initiator", isAskedByUser(messages) ? "user" : "agent");
		if (holdsPictures(messages)) {
			headers.put("copilot-vision-request", "true");
		}
		return headers;
	}

	private static boolean holdsPictures(List<Message> messages) {
		for (Message message : messages) {
			for (ContentPart part : message.parts()) {
				if (part instanceof ContentPart.Image) {
					return true;
				}
			}
		}
		return false;
	}

	private static boolean isAskedByUser(List<Message> messages) {
		return messages.isEmpty() || switch (messages.get(messages.size() - 1).role()) {
			case "assistant", "tool", "function" -> false;
			default -> true;
		};
	}

	@Override
	public String name() {
		return "github_copilot";
	}

	@Override
	@SuppressWarnings("unchecked")
	public <Q extends LlmRequest<Q>, R extends LlmResponse<R>, C> @Nullable Codec<Q, R, C> codec(
			Operation<Q, R, C> operation) {
		return (operation == (Object) Operation.CHAT) ? (Codec<Q, R, C>) this.chat : this.openai.codec(operation);
	}

	@Override
	public Failure error(WireReply reply) {
		return this.openai.error(reply);
	}

}
